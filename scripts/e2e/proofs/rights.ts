import assert from 'node:assert/strict'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { kubeconfig } from '../../cluster/certificates.ts'
import { run } from '../../system/run.ts'
import type { Proof } from '../proof.ts'

const refused: string[][] = [
  ['get', 'secrets', '--namespace=kube-system'],
  ['get', 'secrets', '--namespace=oper'],
  ['get', 'secrets', '--namespace=svc-terraform'],
  ['create', 'token', 'svc-terraform', '--namespace=svc-terraform'],
  ['create', 'clusterrole', 'more', '--verb=get', '--resource=pods'],
  ['create', 'deployment', 'other', '--image=x', '--namespace=default'],
  ['create', 'rolebinding', 'more', '--clusterrole=cluster-admin', '--user=me', '--namespace=oper'],
  ['patch', 'clusterrole', 'svc-terraform', '--type=json', '--patch=[{"op":"remove","path":"/rules/0"}]'],
  ['label', 'namespace', 'oper', 'pod-security.kubernetes.io/enforce=privileged', '--overwrite'],
  ['delete', 'namespace', 'oper'],
]

export const rights: Proof = {
  name: 'rights: svc-terraform can do nothing beyond its own',
  async prove(context) {
    const {
      KUBE_HOST: server = '',
      KUBE_CLUSTER_CA_CERT_DATA: authority = '',
      KUBE_TOKEN: token,
    } = await context.pipeline()
    const file = join(context.tree, '../svc-terraform.json')
    writeFileSync(file, kubeconfig({ server, authority, user: { token } }))
    for (const words of refused) {
      const attempt = run([context.kubectlProgram, `--kubeconfig=${file}`, ...words])
      await assert.rejects(attempt, /Forbidden|forbidden/, `svc-terraform may: ${words.join(' ')}`)
    }
    return `${refused.length} attempts refused`
  },
}
