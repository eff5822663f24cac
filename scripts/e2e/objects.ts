import {
  DeleteBucketCommand,
  DeleteObjectsCommand,
  GetObjectCommand,
  ListObjectVersionsCommand,
  paginateListObjectsV2,
} from '@aws-sdk/client-s3'
import type { Target } from './target.ts'

/** The keys of all objects in a bucket. */
export async function objects({ s3, buckets }: Target, Bucket = buckets.staging): Promise<string[]> {
  const keys: string[] = []
  for await (const { Contents = [] } of paginateListObjectsV2({ client: s3 }, { Bucket }))
    keys.push(...Contents.map(({ Key }) => Key as string))
  return keys
}

export async function textOf({ s3, buckets }: Target, Key: string, Bucket = buckets.staging): Promise<string> {
  const { Body } = await s3.send(new GetObjectCommand({ Bucket, Key }))
  return (await Body?.transformToString()) ?? ''
}

/** Deletes every version in a bucket: moto fails at delete markers, where Terraform's own force_destroy meets them. */
export async function emptyBucket(
  { s3 }: Pick<Target, 's3'>,
  Bucket: string,
  { andDelete = false } = {},
): Promise<void> {
  while (true) {
    const { Versions = [], DeleteMarkers = [] } = await s3.send(new ListObjectVersionsCommand({ Bucket }))
    const Objects = [...Versions, ...DeleteMarkers].map(({ Key, VersionId }) => ({ Key, VersionId }))
    if (Objects.length === 0) break
    const { Errors = [] } = await s3.send(new DeleteObjectsCommand({ Bucket, Delete: { Objects, Quiet: true } }))
    if (Errors[0]) throw new Error(`${Errors.length} objects of ${Bucket} cannot be deleted: ${Errors[0].Message}`)
  }
  if (andDelete) await s3.send(new DeleteBucketCommand({ Bucket }))
}
