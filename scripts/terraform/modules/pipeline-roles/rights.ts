import { app } from '../../app/index.ts'
import { template } from '../../core/expression.ts'
import { stateKey } from '../../core/generate.ts'
import { references } from '../../core/inputs.ts'
import type { DataAwsIamPolicyDocument } from '../../schemas/aws.d.ts'
import { variables } from './variables.ts'

const input = references(variables)
const stateBucket = template`arn:aws:s3:::${input.state_bucket}`
const stagingBucket = template`arn:aws:s3:::${input.staging_bucket}`
const state = template`${stateBucket}/${stateKey(app.folder)}`

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

/** What a plan for a merge request reads: it takes the state for what there is. */
const stateRights = [
  { sid: 'ReadState', actions: ['s3:GetObject'], resources: [state] },
  { sid: 'FindState', actions: ['s3:ListBucket'], resources: [stateBucket] },
]

/** What any other plan reads beyond it. It takes no lock. */
const planRights = [
  { sid: 'FindStaging', actions: ['s3:ListBucket'], resources: [stagingBucket] },
  {
    sid: 'ReadSettings',
    actions: [...written, ...read].map(setting => `s3:Get${setting}`),
    resources: [stagingBucket],
  },
  { sid: 'FindCluster', actions: ['eks:DescribeCluster'], resources: [input.cluster_arn] },
]

/** What an apply does beyond it. To remove the bucket is an administrator's. */
const applyRights = [
  { sid: 'WriteState', actions: ['s3:PutObject'], resources: [state] },
  {
    sid: 'Lock',
    actions: ['s3:GetObject', 's3:PutObject', 's3:DeleteObject'],
    resources: [template`${state}.tflock`],
  },
  {
    sid: 'WriteSettings',
    actions: ['s3:CreateBucket', ...written.map(setting => `s3:Put${setting}`)],
    resources: [stagingBucket],
  },
]

export const rights = {
  state: { statement: stateRights },
  plan: { statement: [...stateRights, ...planRights] },
  apply: { statement: [...stateRights, ...planRights, ...applyRights] },
} satisfies Record<string, DataAwsIamPolicyDocument>
