import { setTimeout as sleep } from 'node:timers/promises'
import { S3Client } from '@aws-sdk/client-s3'
import { Problem } from '../http/problem.ts'
import { type Cause, meaningOf } from './causes.ts'
import { defaultChain, lookUpWithin } from './credentials.ts'
import { putObject } from './put-object.ts'
import { Sha256 } from './sha256.ts'
import type { Staging } from './staging.ts'
import { within } from './within.ts'

type Options = {
  bucket: string
  prefix: string
  pathStyle: boolean
  deadlineMs: number
  warn: (message: string) => void
}

/**
 * Keeps objects in an S3 bucket. Region, credentials and endpoint come from the standard AWS environment; rejects if
 * that names no region.
 */
export async function openS3({ bucket, prefix, pathStyle, deadlineMs, warn }: Options): Promise<Staging> {
  // A lost packet costs one attempt, not the upload.
  const attemptMs = Math.ceil(deadlineMs / 4)
  const { credentials, end, stuck } = lookUpWithin(deadlineMs / 2, () => defaultChain(client, deadlineMs), warn)
  const client: S3Client = new S3Client({ forcePathStyle: pathStyle, credentials, sha256: Sha256 })
  await client.config.region().catch(({ message }: Error) => {
    throw new Error(`${message}: set AWS_REGION (AWS_DEFAULT_REGION is not read)`)
  })

  const store = await putObject(client, bucket, attemptMs)
  let attempts = 0

  /** Looks up credentials anew. Rejects with a Problem if nothing renews them. */
  async function renew(cause: unknown): Promise<void> {
    const { expiration } = await client.config.credentials({ forceRefresh: true })
    if (!expiration) throw new Problem(502, 'storage refuses', { cause })
  }

  return {
    prefix: prefix && `${prefix}/`,
    stuck,
    attempts: () => attempts,
    credentialsEnd: end,
    async put(key, text) {
      const end = performance.now() + deadlineMs
      let fault: unknown = new Error(`no answer within ${deadlineMs} ms`)
      let expired = false
      for (let count = 1, left = deadlineMs; left > 0; count++) {
        try {
          await within(Math.min(attemptMs, left), async signal => {
            if (expired) await renew(fault)
            attempts++
            await store(key, text, signal)
          })
          return true
        } catch (cause) {
          if (cause instanceof Problem) throw cause
          const meaning = meaningOf(cause as Cause)
          // After the first attempt, the object is our own: an earlier attempt wrote it, and its reply was lost.
          if (meaning === 'exists' && isOfS3(cause as Cause)) return count > 1
          if (meaning !== 'passes') throw new Problem(502, 'storage refuses', { cause })
          const { name, code } = cause as Cause
          expired = name === 'ExpiredToken'
          if (code !== 'ETIMEDOUT') fault = cause
        }
        // Exponential backoff with full jitter.
        await sleep(Math.max(0, Math.min(Math.random() * 50 * 2 ** count, end - performance.now())))
        left = end - performance.now()
      }
      throw new Problem(503, 'storage fails', { cause: fault, headers: { 'Retry-After': '1' } })
    },
  }
}

/** Whether S3 said it, by a name of its own or the number that it gives each request: others answer 412, too. */
const isOfS3 = ({ name, $metadata }: Cause) => $metadata?.requestId !== undefined || meaningOf({ name }) === 'exists'
