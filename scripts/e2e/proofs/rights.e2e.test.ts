import assert from 'node:assert/strict'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { kubeconfig } from '../../cluster/certificates.ts'
import { run } from '../../system/run.ts'
import { accounts, service } from '../../terraform/service.ts'
import type { Proof } from '../context.test-support.ts'
import { wrongImage } from './changes.e2e.test.ts'
import { destroyApp } from './deployment.e2e.test.ts'
import { rotation } from './secrets.e2e.test.ts'

const { namespace } = service
const account = accounts.apply

const refused: string[][] = [
  ['get', 'secrets', '--namespace=kube-system'],
  ['get', 'secrets', `--namespace=${namespace}`],
  ['get', 'secrets', `--namespace=${account}`],
  ['create', 'token', account, `--namespace=${account}`],
  ['create', 'clusterrole', 'more', '--verb=get', '--resource=pods'],
  ['create', 'deployment', 'other', '--image=x', '--namespace=default'],
  ['create', 'rolebinding', 'more', '--clusterrole=cluster-admin', '--user=me', `--namespace=${namespace}`],
  ['patch', 'clusterrole', account, '--type=json', '--patch=[{"op":"remove","path":"/rules/0"}]'],
  ['label', 'namespace', namespace, 'pod-security.kubernetes.io/enforce=privileged', '--overwrite'],
  ['delete', 'namespace', namespace],
]

export const rights: Proof = {
  name: 'rights: svc-terraform can do nothing beyond its own',
  async prove(context) {
    const file = join(context.folder, `${account}.json`)
    const { KUBE_HOST, KUBE_CLUSTER_CA_CERT_DATA, KUBE_TOKEN: token } = await context.svcTerraform()
    const text = kubeconfig({ server: KUBE_HOST ?? '', authority: KUBE_CLUSTER_CA_CERT_DATA ?? '', user: { token } })
    writeFileSync(file, text, { mode: 0o600 })
    for (const words of refused) {
      const attempt = run([context.kubectlProgram, `--kubeconfig=${file}`, ...words])
      await assert.rejects(attempt, /Forbidden|forbidden/, `svc-terraform may: ${words.join(' ')}`)
    }
    return `${refused.length} attempts refused`
  },
}

type Event = {
  verb: string
  objectRef?: { resource: string; apiGroup?: string; namespace?: string }
  responseStatus?: { code: number }
}
type Rule = { apiGroups: string[]; resources: string[]; verbs: string[] }

export const verbs: Proof = {
  name: 'every verb that svc-terraform holds was used by plan, apply or destroy',
  onOwnCluster: true,
  needsApp: false,
  async prove(context) {
    await context.ensureAccess()
    const { rules } = JSON.parse(await context.kubectl('get', 'clusterrole', account, '--output=json'))
    const held: string[] = rules.flatMap(({ apiGroups, resources, verbs }: Rule) =>
      apiGroups.flatMap(group => resources.flatMap(resource => verbs.map(verb => `${verb} ${resource}.${group}`))),
    )
    const unused = () => {
      const used = usedVerbs(context.own().auditLog)
      return held.filter(right => !used.has(right))
    }
    if (unused().length > 0) {
      // It is run alone, or a right is not needed: these three use what a whole run uses.
      await context.ensureDeployed()
      for (const { prove } of [wrongImage, rotation, destroyApp]) await prove(context)
    }
    assert.deepEqual(unused(), [], 'rights that nothing used')
    return `${new Set(held).size} rights, all used`
  },
}

/** What svc-terraform asked of the API server and was granted. */
function usedVerbs(auditLog: string): Set<string> {
  const events = readFileSync(auditLog, 'utf8').split('\n').filter(Boolean)
  return new Set(
    events.flatMap(line => {
      const { verb, objectRef, responseStatus } = JSON.parse(line) as Event
      if (!objectRef || (responseStatus?.code ?? 500) >= 400) return []
      return `${verb} ${objectRef.resource}.${objectRef.apiGroup ?? ''}`
    }),
  )
}
