import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { ListBucketsCommand, S3Client } from '@aws-sdk/client-s3'
import { run } from '../system/run.ts'
import { emptyBucket } from './objects.ts'
import type { Target } from './target.ts'

type Environment = Record<string, string | undefined>

const needed = ['KUBECONFIG', 'E2E_IMAGE', 'E2E_BUCKET', 'AWS_REGION', 'AWS_ACCESS_KEY_ID', 'AWS_SECRET_ACCESS_KEY']

/** Whether a cluster of the user's is meant. KUBECONFIG alone says nothing: many shells have it, of clusters people depend on. */
export const isMeant = (env: Environment) => Boolean(env.E2E_IMAGE || env.E2E_BUCKET)

/** The cluster that KUBECONFIG names, and AWS as its environment has it; throws where something is missing or in use. */
export async function usersTarget(env: Environment, scratch: string, signal: AbortSignal): Promise<Target> {
  const missing = needed.filter(name => !env[name])
  if (missing.length > 0) throw new Error(`for a cluster of your own, set ${missing.join(', ')} too`)
  const { E2E_IMAGE, E2E_NEXT_IMAGE, E2E_BUCKET, AWS_REGION, ...aws } = env as Record<string, string>
  const endpoint = aws.AWS_ENDPOINT_URL_S3 || aws.AWS_ENDPOINT_URL
  const target: Target = {
    kubectlProgram: 'kubectl',
    kubeconfig: await pinnedContext(scratch, signal),
    images: { first: E2E_IMAGE as string, next: E2E_NEXT_IMAGE || (E2E_IMAGE as string) },
    buckets: { state: `${E2E_BUCKET}-state`, staging: `${E2E_BUCKET}-staging` },
    region: AWS_REGION as string,
    s3: new S3Client({ region: AWS_REGION, ...(endpoint && { endpoint, forcePathStyle: true }) }),
    settings: {
      ...(endpoint && { TF_VAR_s3_endpoint: endpoint }),
      TF_VAR_aws_access_key_id: aws.AWS_ACCESS_KEY_ID as string,
      TF_VAR_aws_secret_access_key: aws.AWS_SECRET_ACCESS_KEY as string,
    },
    secrets: [aws.AWS_SECRET_ACCESS_KEY, aws.TF_VAR_registry_password].filter(secret => secret !== undefined),
  }
  const found = await traces(target, signal)
  if (found.length > 0)
    throw new Error(
      `in use, and e2e makes and deletes it: ${found.join(', ')}\nname another cluster or E2E_BUCKET; what a run that was killed has left, delete`,
    )
  return target
}

/** A copy of the current context alone: were it switched meanwhile, another cluster would lose what e2e deletes. */
async function pinnedContext(scratch: string, signal: AbortSignal): Promise<string> {
  const file = join(scratch, 'kubeconfig.json')
  const view = ['config', 'view', '--raw', '--minify', '--flatten', '--output=json']
  writeFileSync(file, await run(['kubectl', ...view], { signal }), { mode: 0o600 })
  return file
}

const objects = ['namespace/oper', 'namespace/svc-terraform', 'namespace/beside', 'clusterrole/svc-terraform']

const kubectl = ({ kubectlProgram, kubeconfig }: Target, ...words: string[]) =>
  run([kubectlProgram, `--kubeconfig=${kubeconfig}`, ...words])

/** What e2e would make, or has left, on such a cluster and in its S3. */
async function traces(target: Target, signal?: AbortSignal): Promise<string[]> {
  signal?.throwIfAborted()
  const names = await kubectl(target, 'get', 'namespaces,clusterroles', '--output=name')
  const listed = names.replaceAll(/^clusterrole\.\S+\//gm, 'clusterrole/').split('\n')
  const { Buckets = [] } = await target.s3.send(new ListBucketsCommand())
  const buckets = Buckets.map(({ Name = '' }) => Name).filter(name => Object.values(target.buckets).includes(name))
  return [...objects.filter(name => listed.includes(name)), ...buckets.map(name => `bucket/${name}`)]
}

/** Removes what proofs that failed, or an interrupt, have left there. */
export async function removeTraces(target: Target, say: (line: string) => void): Promise<void> {
  const found = await traces(target)
  if (found.length > 0) say(`removes ${found.join(', ')}`)
  for (const trace of found) {
    const bucket = trace.match(/^bucket\/(.*)/)?.[1]
    if (bucket) await emptyBucket(target, bucket, { andDelete: true })
    else await kubectl(target, 'delete', trace)
  }
}
