import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import type { Proof } from '../proof.ts'

type Event = {
  verb: string
  objectRef?: { resource: string; apiGroup?: string; namespace?: string }
  responseStatus?: { code: number }
}
type Rule = { apiGroups: string[]; resources: string[]; verbs: string[] }

export const verbs: Proof = {
  name: 'every verb that svc-terraform holds was used by plan, apply or destroy',
  async proveOnStage({ kubectl }, stage) {
    const { rules } = JSON.parse(await kubectl('get', 'clusterrole', 'svc-terraform', '--output=json'))
    const held = rules.flatMap(({ apiGroups, resources, verbs }: Rule) =>
      apiGroups.flatMap(group => resources.flatMap(resource => verbs.map(verb => `${verb} ${resource}.${group}`))),
    )
    const used = new Set<string>()
    for (const line of readFileSync(stage.auditLog, 'utf8').split('\n').filter(Boolean)) {
      const { verb, objectRef, responseStatus } = JSON.parse(line) as Event
      if (!objectRef || (responseStatus?.code ?? 500) >= 400) continue
      used.add(`${verb} ${objectRef.resource}.${objectRef.apiGroup ?? ''}`)
    }
    assert.deepEqual(
      held.filter((right: string) => !used.has(right)),
      [],
      'rights that nothing used',
    )
    return `${new Set(held).size} rights, all used`
  },
}
