import { S3Client } from '@aws-sdk/client-s3'
import { copyKubeconfig } from '../deploy/target.ts'
import { bucketNames, emptyBucket } from '../system/objects.ts'
import { run } from '../system/run.ts'
import { accounts, service } from '../terraform/service.ts'
import type { ProofTarget } from './context.test-support.ts'

const needed = ['KUBECONFIG', 'E2E_IMAGE', 'E2E_BUCKET', 'AWS_REGION', 'AWS_ACCESS_KEY_ID', 'AWS_SECRET_ACCESS_KEY']

/** Whether the user means a cluster of their own. KUBECONFIG alone does not say so: many shells have it set. */
export const isUsersCluster = (env: NodeJS.ProcessEnv) => Boolean(env.E2E_IMAGE || env.E2E_BUCKET)

/** The cluster that KUBECONFIG names, and AWS as its environment has it; throws if something is missing or in use. */
export async function openUsersCluster(
  env: NodeJS.ProcessEnv,
  folder: string,
  signal: AbortSignal,
): Promise<ProofTarget> {
  const missing = needed.filter(name => !env[name])
  if (missing.length > 0) throw new Error(`for a cluster of your own, set ${missing.join(', ')} too`)
  const { E2E_IMAGE = '', E2E_NEXT_IMAGE, E2E_BUCKET, AWS_REGION: region = '', ...aws } = env
  const { AWS_ACCESS_KEY_ID = '', AWS_SECRET_ACCESS_KEY = '', TF_VAR_registry_password } = aws
  const endpoint = aws.AWS_ENDPOINT_URL_S3 || aws.AWS_ENDPOINT_URL
  const target: ProofTarget = {
    environment: 'e2e',
    folder,
    kubectlProgram: 'kubectl',
    kubeconfig: await copyKubeconfig(folder, signal),
    images: { first: E2E_IMAGE, next: E2E_NEXT_IMAGE || E2E_IMAGE },
    buckets: { state: `${E2E_BUCKET}-state`, staging: `${E2E_BUCKET}-staging` },
    region,
    s3: new S3Client({ region, ...(endpoint && { endpoint, forcePathStyle: true }) }),
    settings: {
      ...(endpoint && { TF_VAR_s3_endpoint: endpoint }),
      TF_VAR_aws_access_key_id: AWS_ACCESS_KEY_ID,
      TF_VAR_aws_secret_access_key: AWS_SECRET_ACCESS_KEY,
    },
    secrets: [AWS_SECRET_ACCESS_KEY, TF_VAR_registry_password].filter(secret => secret !== undefined),
  }
  signal.throwIfAborted()
  const found = await traces(target)
  if (found.length > 0)
    throw new Error(
      `these are there already, and e2e creates and deletes them: ${found.join(', ')}\nName another cluster or E2E_BUCKET. If an earlier run was killed, delete them.`,
    )
  return target
}

const objects = ['namespace', 'clusterrole'].map(kind => `${kind}/${accounts.apply}`)
const madeByProofs = [...objects, `namespace/${service.namespace}`, 'namespace/beside']

const kubectl = ({ kubectlProgram, kubeconfig }: ProofTarget, ...words: string[]) =>
  run([kubectlProgram, `--kubeconfig=${kubeconfig}`, ...words])

/** What e2e would create, or has left, on such a cluster and in its S3. */
async function traces(target: ProofTarget): Promise<string[]> {
  const names = await kubectl(target, 'get', 'namespaces,clusterroles', '--output=name')
  const listed = names.replaceAll(/^clusterrole\.\S+\//gm, 'clusterrole/').split('\n')
  const buckets = (await bucketNames(target.s3)).filter(name => Object.values(target.buckets).includes(name))
  return [...madeByProofs.filter(name => listed.includes(name)), ...buckets.map(name => `bucket/${name}`)]
}

/** Removes what failed proofs or an interrupt have left there. */
export async function removeTraces(target: ProofTarget, say: (line: string) => void): Promise<void> {
  const found = await traces(target)
  if (found.length > 0) say(`removes ${found.join(', ')}`)
  for (const trace of found) {
    const bucket = trace.match(/^bucket\/(.*)/)?.[1]
    if (bucket) await emptyBucket(target.s3, bucket, { andDelete: true })
    else await kubectl(target, 'delete', trace)
  }
}
