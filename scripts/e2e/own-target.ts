import { S3Client } from '@aws-sdk/client-s3'
import type { Cluster as Stage } from '../cluster/cluster.ts'
import { tfbackend, tfvars } from '../terraform/vars/e2e.ts'
import { pushImages } from './push-images.ts'
import type { OwnTarget } from './target.ts'

/** The cluster of `npm run cluster`, with the image of this commit in its registry. */
export async function ownTarget(
  stage: Stage,
  scratch: string,
  signal: AbortSignal,
  say: (line: string) => void,
): Promise<OwnTarget> {
  const { kubectl, kubeconfig, aws, registry } = stage
  const { commit, ...images } = await pushImages(registry, scratch, signal, say)
  return {
    kubectlProgram: kubectl,
    kubeconfig,
    images,
    commit,
    buckets: { state: tfbackend.bucket, staging: tfvars.staging_bucket },
    region: aws.region,
    s3: new S3Client({
      endpoint: aws.endpoint,
      region: aws.region,
      forcePathStyle: true,
      credentials: { accessKeyId: aws.accessKeyId, secretAccessKey: aws.secretAccessKey },
    }),
    settings: {
      AWS_ENDPOINT_URL: aws.endpoint,
      AWS_REGION: aws.region,
      AWS_ACCESS_KEY_ID: aws.accessKeyId,
      AWS_SECRET_ACCESS_KEY: aws.secretAccessKey,
      TF_VAR_registry: registry.address,
      TF_VAR_registry_username: registry.user,
      TF_VAR_registry_password: registry.password,
      TF_VAR_s3_endpoint: aws.endpoint,
      TF_VAR_aws_access_key_id: aws.accessKeyId,
      TF_VAR_aws_secret_access_key: aws.secretAccessKey,
    },
    secrets: [registry.password, aws.secretAccessKey],
    stage,
  }
}
