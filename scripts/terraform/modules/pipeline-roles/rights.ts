import { type Expression, template } from '../../core/expression.ts'
import { stateKey } from '../../core/generate.ts'
import type { DataAwsIamPolicyDocumentStatement } from '../../schemas/aws.d.ts'

/** Settings of a bucket that modules/s3 writes. */
const written = [
  'BucketOwnershipControls',
  'BucketPolicy',
  'BucketPublicAccessBlock',
  'BucketVersioning',
  'EncryptionConfiguration',
  'LifecycleConfiguration',
]

/** And those that the provider reads at each refresh all the same. */
const read = [
  'AccelerateConfiguration',
  'BucketAcl',
  'BucketCORS',
  'BucketLogging',
  'BucketObjectLockConfiguration',
  'BucketRequestPayment',
  'BucketTagging',
  'BucketWebsite',
  'ReplicationConfiguration',
]

type Names = { [name in 'state_bucket' | 'staging_bucket' | 'cluster_arn']: Expression }

/** What each kind of job may do with the root app: its state, its bucket, and the cluster. */
export function rightsOf({ state_bucket, staging_bucket, cluster_arn }: Names) {
  const stateBucket = template`arn:aws:s3:::${state_bucket}`
  const stagingBucket = template`arn:aws:s3:::${staging_bucket}`
  const appState = template`${stateBucket}/${stateKey('app')}`

  // What a plan for a merge request reads: it takes the state for what there is.
  const state = [
    { sid: 'ReadState', actions: ['s3:GetObject'], resources: [appState] },
    { sid: 'FindState', actions: ['s3:ListBucket'], resources: [stateBucket] },
  ]

  // What any other plan reads beyond it. It takes no lock.
  const plan = [
    { sid: 'FindStaging', actions: ['s3:ListBucket'], resources: [stagingBucket] },
    {
      sid: 'ReadSettings',
      actions: [...written, ...read].map(setting => `s3:Get${setting}`),
      resources: [stagingBucket],
    },
    { sid: 'FindCluster', actions: ['eks:DescribeCluster'], resources: [cluster_arn] },
  ]

  // What an apply does beyond it. To remove the bucket is an administrator's.
  const apply = [
    { sid: 'WriteState', actions: ['s3:PutObject'], resources: [appState] },
    {
      sid: 'Lock',
      actions: ['s3:GetObject', 's3:PutObject', 's3:DeleteObject'],
      resources: [template`${appState}.tflock`],
    },
    {
      sid: 'WriteSettings',
      actions: ['s3:CreateBucket', ...written.map(setting => `s3:Put${setting}`)],
      resources: [stagingBucket],
    },
  ]

  return {
    state,
    plan: [...state, ...plan],
    apply: [...state, ...plan, ...apply],
  } satisfies Record<string, DataAwsIamPolicyDocumentStatement[]>
}
