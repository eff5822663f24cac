import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buildJudges } from '../../cluster/build.ts'
import { accounts, service } from '../../terraform/service.ts'
import { type Context, type Proof, serviceKinds } from '../context.test-support.ts'

/** What kube-score finds and nobody changes, each with its reason. */
const waivers: Record<string, string> = {
  'container-image-pull-policy: ImagePullPolicy is not set to Always':
    'An image has a tag or digest and cannot change; pods start while the registry is away.',
  'container-resources: CPU limit is not set': 'It would throttle short peaks while the node idles.',
  'deployment-has-host-podantiaffinity: Deployment does not have a host podAntiAffinity set':
    'Topology spread constraints do this, and spread the pods evenly over zones too.',
  'deployment-targeted-by-hpa-does-not-have-replicas-configured: The deployment is targeted by a HPA, but a static replica count is configured in the DeploymentSpec':
    'False alarm: nobody configured the number, the autoscaler wrote it.',
}

const kindsOf = 'x-kubernetes-group-version-kind'
type Definition = {
  properties?: object
  additionalProperties?: unknown
  [kindsOf]?: { group: string; version: string; kind: string }[]
}

/** Writes a JSON Schema of each kind that the API server has, under the name by which kubeconform looks for it. */
async function writeSchemas(folder: string, { kubectl }: Context): Promise<void> {
  const { definitions } = JSON.parse(await kubectl('get', '--raw', '/openapi/v2'))
  definitions['io.k8s.apimachinery.pkg.util.intstr.IntOrString'] = { type: ['integer', 'string'] }
  for (const [name, definition] of Object.entries<Definition>(definitions)) {
    if (definition.properties) definition.additionalProperties ??= false
    for (const { group, version, kind } of definition[kindsOf] ?? []) {
      const file = [kind, ...group.split('.', 1), version].filter(Boolean).join('-').toLowerCase()
      writeFileSync(join(folder, `${file}.json`), JSON.stringify({ $ref: `definitions.json#/definitions/${name}` }))
    }
  }
  writeFileSync(join(folder, 'definitions.json'), JSON.stringify({ definitions }))
}

type Conformity = { resources: { status: string; kind: string; name: string; msg: string }[] }
type Score = {
  checks: { check: { id: string }; comments: { summary: string }[] | null; grade: number; skipped: boolean }[]
}[]

export const judged: Proof = {
  name: 'judges: kubeconform accepts each live object, and kube-score finds nothing without a reason',
  onOwnCluster: true,
  async prove(context) {
    const { kubectl, signal } = context
    const { kubeconform, kubeScore } = await buildJudges(signal)
    const { namespace } = service
    const lists = await Promise.all([
      kubectl('get', `${serviceKinds},rolebindings`, `--namespace=${namespace}`, '--output=json'),
      kubectl('get', `namespaces/${namespace}`, `clusterroles/${accounts.apply}`, '--output=json'),
    ])
    const items = lists.flatMap(text => JSON.parse(text).items)
    /** What a judge says of objects. Its exit code tells no more. */
    const judge = <T>(program: string, words: string[], objects = items): T => {
      const input = JSON.stringify({ apiVersion: 'v1', kind: 'List', items: objects })
      return JSON.parse(spawnSync(program, [...words, '-'], { input, encoding: 'utf8' }).stdout)
    }

    const folder = mkdtempSync(join(tmpdir(), 'schemas-'))
    try {
      await writeSchemas(folder, context)
      const schemas = `-schema-location=${folder}/{{.ResourceKind}}{{.KindSuffix}}.json`
      const conform = (objects: object[]) =>
        judge<Conformity>(join(kubeconform, 'kubeconform'), ['-strict', '-output=json', '-verbose', schemas], objects)
      const { resources } = conform(items)
      assert.equal(resources.length, items.length)
      assert.deepEqual(
        resources.filter(({ status }) => status !== 'statusValid'),
        [],
      )
      const [misspelt] = conform([{ ...items[0], specc: {} }]).resources
      assert.equal(misspelt?.status, 'statusInvalid', 'it would not see a misspelt field')
    } finally {
      rmSync(folder, { recursive: true })
    }

    const scores = judge<Score>(join(kubeScore, 'kube-score'), ['score', '--output-format=json'])
    const checks = scores.flatMap(({ checks }) => checks.filter(({ skipped }) => !skipped))
    const findings = checks
      .filter(({ grade }) => grade < 10)
      .flatMap(({ check, comments }) => (comments ?? []).map(({ summary }) => `${check.id}: ${summary}`))
    assert.deepEqual([...new Set(findings)].sort(), Object.keys(waivers).sort())
    return `${items.length} objects conform; ${checks.length} checks, ${findings.length} findings with a reason`
  },
}
