import type { S3Client } from '@aws-sdk/client-s3'
import type { Cluster as Stage } from '../cluster/cluster.ts'
import type { Commit } from '../image/commit.ts'

/** Where the service is deployed to and proved: a cluster, an S3 and two images that the cluster can pull. */
export type Target = {
  kubectlProgram: string
  /** Of an administrator. */
  kubeconfig: string
  /** The second may be the first again. */
  images: { first: string; next: string }
  /** Of which the first is, where it was built here. */
  commit?: Commit
  buckets: { state: string; staging: string }
  region: string
  s3: S3Client
  /** What terraform reads from its environment. */
  settings: Record<string, string>
  /** What must never be seen in the open. */
  secrets: string[]
  /** Where the cluster, registry and storage are those of `npm run cluster`. */
  stage?: Stage
}

/** On the cluster of `npm run cluster`. */
export type OwnTarget = Target & { stage: Stage }
