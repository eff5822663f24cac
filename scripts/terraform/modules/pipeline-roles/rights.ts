import { type Expression, template } from '../../core/expression.ts'
import { stateKey } from '../../core/generate.ts'
import type { DataAwsIamPolicyDocumentStatement } from '../../core/schemas/aws.d.ts'

/** The settings of a bucket that modules/s3 and the tags of the root write. */
const written = [
  'BucketOwnershipControls',
  'BucketPolicy',
  'BucketPublicAccessBlock',
  'BucketTagging',
  'BucketVersioning',
  'EncryptionConfiguration',
  'LifecycleConfiguration',
]

/** The other settings that the provider reads at each refresh. */
const read = [
  'AccelerateConfiguration',
  'BucketAcl',
  'BucketCORS',
  'BucketLogging',
  'BucketObjectLockConfiguration',
  'BucketRequestPayment',
  'BucketWebsite',
  'ReplicationConfiguration',
]

type Names = { [name in 'state_bucket' | 'staging_bucket' | 'cluster_arn']: Expression }

/** What each kind of job may do for the root app: in its state, its bucket and the cluster. */
export function rightsOf({ state_bucket, staging_bucket, cluster_arn }: Names, partition: Expression) {
  const stateBucket = template`arn:${partition}:s3:::${state_bucket}`
  const stagingBucket = template`arn:${partition}:s3:::${staging_bucket}`
  const appState = template`${stateBucket}/${stateKey('app')}`

  // A plan for a merge request reads only the state, without a refresh. Like any plan it looks up the certificate.
  const state = [
    { sid: 'ReadState', actions: ['s3:GetObject'], resources: [appState] },
    { sid: 'FindState', actions: ['s3:ListBucket'], resources: [stateBucket] },
    { sid: 'FindCertificate', actions: ['acm:ListCertificates'], resources: ['*'] },
    {
      sid: 'ReadCertificate',
      actions: ['acm:DescribeCertificate', 'acm:GetCertificate', 'acm:ListTagsForCertificate'],
      resources: [template`arn:${partition}:acm:*:*:certificate/*`],
    },
  ]

  // Any other plan reads these too. It takes no lock.
  const plan = [
    { sid: 'FindStaging', actions: ['s3:ListBucket'], resources: [stagingBucket] },
    {
      sid: 'ReadSettings',
      actions: [...written, ...read].map(setting => `s3:Get${setting}`),
      resources: [stagingBucket],
    },
    { sid: 'FindCluster', actions: ['eks:DescribeCluster'], resources: [cluster_arn] },
  ]

  // An apply does these too. Only an administrator may remove the bucket.
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
