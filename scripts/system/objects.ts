import {
  DeleteBucketCommand,
  DeleteObjectsCommand,
  GetObjectCommand,
  ListBucketsCommand,
  ListObjectVersionsCommand,
  paginateListObjectsV2,
  type S3Client,
} from '@aws-sdk/client-s3'

/** Names of all buckets. */
export async function bucketNames(s3: S3Client): Promise<string[]> {
  const { Buckets = [] } = await s3.send(new ListBucketsCommand())
  return Buckets.map(({ Name }) => Name as string)
}

/** Keys of all objects in a bucket. */
export async function objectKeys(s3: S3Client, Bucket: string): Promise<string[]> {
  const keys: string[] = []
  for await (const { Contents = [] } of paginateListObjectsV2({ client: s3 }, { Bucket }))
    keys.push(...Contents.map(({ Key }) => Key as string))
  return keys
}

export async function objectText(s3: S3Client, Bucket: string, Key: string): Promise<string> {
  const { Body } = await s3.send(new GetObjectCommand({ Bucket, Key }))
  return (await Body?.transformToString()) ?? ''
}

/** Deletes every version in a bucket. Terraform's force_destroy does that too, but moto fails at its delete markers. */
export async function emptyBucket(s3: S3Client, Bucket: string, { andDelete = false } = {}): Promise<void> {
  while (true) {
    const { Versions = [], DeleteMarkers = [] } = await s3.send(new ListObjectVersionsCommand({ Bucket }))
    const Objects = [...Versions, ...DeleteMarkers].map(({ Key, VersionId }) => ({ Key, VersionId }))
    if (Objects.length === 0) break
    const { Errors = [] } = await s3.send(new DeleteObjectsCommand({ Bucket, Delete: { Objects, Quiet: true } }))
    if (Errors[0]) throw new Error(`${Errors.length} objects of ${Bucket} cannot be deleted: ${Errors[0].Message}`)
  }
  if (andDelete) await s3.send(new DeleteBucketCommand({ Bucket }))
}
