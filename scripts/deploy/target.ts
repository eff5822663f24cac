import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { S3Client } from '@aws-sdk/client-s3'
import { type Cluster, runFolder } from '../cluster/cluster.ts'
import { minikubeProfile } from '../cluster/minikube.ts'
import { cacheFolder } from '../system/cache.ts'
import { run } from '../system/run.ts'
import * as e2e from '../terraform/vars/e2e.ts'
import * as local from '../terraform/vars/local.ts'

/** Where the service is deployed to: a cluster and an S3 server. */
export type Target = {
  /** Names the files of terraform/vars. */
  environment: 'e2e' | 'local'
  /** For the working copy of terraform/; lasts as long as the cluster. */
  folder: string
  /** Where images are pushed to, and the file that keeps its login; minikube has none. */
  registry?: Cluster['registry'] & { authFile: string }
  kubectlProgram: string
  /** Of an administrator. */
  kubeconfig: string
  buckets: { state: string; staging: string }
  region: string
  s3: S3Client
  /** What terraform reads from its environment. */
  settings: Record<string, string>
}

/** The cluster of `npm run cluster`, with its S3 and its registry. */
export function clusterTarget({ kubectl, kubeconfig, aws, registry }: Cluster): Target {
  const folder = join(runFolder, 'deploy')
  const { settings, ...target } = onS3(e2e, aws.endpoint, aws)
  return {
    ...target,
    environment: 'e2e',
    folder,
    registry: { ...registry, authFile: join(folder, 'registry.json') },
    kubectlProgram: kubectl,
    kubeconfig,
    settings: {
      ...settings,
      TF_VAR_registry: registry.address,
      TF_VAR_registry_username: registry.user,
      TF_VAR_registry_password: registry.password,
      TF_VAR_s3_endpoint: aws.endpoint,
    },
  }
}

/** minikube, in the profile of `npm run cluster`, with an S3 server on this machine. Its kubeconfig goes to `scratch`. */
export async function minikubeTarget(env: NodeJS.ProcessEnv, scratch: string, signal: AbortSignal): Promise<Target> {
  const { AWS_ACCESS_KEY_ID: accessKeyId, AWS_SECRET_ACCESS_KEY: secretAccessKey } = env
  if (!accessKeyId || !secretAccessKey)
    throw new Error(
      'minikube has no S3 server: start one on port 9000 of this machine, and set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY',
    )
  return {
    ...onS3(local, env.AWS_ENDPOINT_URL || 'http://localhost:9000', { accessKeyId, secretAccessKey }),
    environment: 'local',
    folder: join(cacheFolder, 'minikube'),
    kubectlProgram: 'kubectl',
    kubeconfig: await copyKubeconfig(scratch, signal, `--context=${minikubeProfile}`),
  }
}

/** A kubeconfig of one context alone, by default the current one: nobody can switch it during a run. */
export async function copyKubeconfig(folder: string, signal: AbortSignal, ...context: string[]): Promise<string> {
  const file = join(folder, 'kubeconfig.json')
  const view = ['kubectl', 'config', 'view', '--raw', '--minify', '--flatten', '--output=json', ...context] as const
  writeFileSync(file, await run(view, { signal }), { mode: 0o600 })
  return file
}

type VarsFiles = { tfbackend: { bucket: string }; tfvars: { staging_bucket: string; region: string } }
type Keys = { accessKeyId: string; secretAccessKey: string }

/** The part of a target that an S3 server other than AWS has. */
function onS3({ tfbackend, tfvars }: VarsFiles, endpoint: string, { accessKeyId, secretAccessKey }: Keys) {
  const { region } = tfvars
  return {
    buckets: { state: tfbackend.bucket, staging: tfvars.staging_bucket },
    region,
    s3: new S3Client({ endpoint, region, forcePathStyle: true, credentials: { accessKeyId, secretAccessKey } }),
    settings: {
      AWS_ENDPOINT_URL: endpoint,
      AWS_REGION: region,
      AWS_ACCESS_KEY_ID: accessKeyId,
      AWS_SECRET_ACCESS_KEY: secretAccessKey,
      TF_VAR_aws_access_key_id: accessKeyId,
      TF_VAR_aws_secret_access_key: secretAccessKey,
    },
  }
}
