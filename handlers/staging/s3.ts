import { setTimeout as sleep } from 'node:timers/promises'
import { PutObjectCommand, S3Client, type S3ServiceException } from '@aws-sdk/client-s3'
import { UndiciHttpHandler } from '@smithy/undici-http-handler'
import { Problem } from '../http/problem.ts'
import type { Staging } from './staging.ts'
import { within } from './within.ts'

type Options = { bucket: string; prefix: string; pathStyle: boolean; deadlineMs: number }

/**
 * Keeps objects in an S3 bucket. Region, credentials and endpoint come from the standard AWS environment; rejects if
 * that names no region.
 */
export async function openS3({ bucket, prefix, pathStyle, deadlineMs }: Options): Promise<Staging> {
  const client = new S3Client({
    forcePathStyle: pathStyle,
    requestHandler: new UndiciHttpHandler({ dispatcher: { connect: { timeout: deadlineMs / 2 } } }),
    // Signature and TCP protect a body this small; a checksum on top costs a tenth of the uploads per second.
    requestChecksumCalculation: 'WHEN_REQUIRED',
    cacheMiddleware: true,
    // put() retries: the SDK would give up after a conflict, and knows no deadline.
    maxAttempts: 1,
  })
  await client.config.region()

  return {
    prefix: prefix && `${prefix}/`,
    async put(key, text) {
      const object = { Bucket: bucket, Key: key, Body: text, ContentType: 'text/plain', IfNoneMatch: '*' }
      let fault: unknown
      const attempt = async (signal: AbortSignal, count: number): Promise<boolean> => {
        try {
          await client.send(new PutObjectCommand(object), { abortSignal: signal })
          return true
        } catch (cause) {
          signal.throwIfAborted()
          const outcome = judge(cause as S3ServiceException)
          // After the first attempt, the object is our own: an earlier attempt wrote it, and its reply was lost.
          if (outcome === 'exists') return count > 1
          if (outcome === 'refused') throw new Problem(502, 'storage refuses', { cause })
          fault = cause
        }
        // Exponential backoff with full jitter.
        await sleep(Math.random() * 50 * 2 ** count, undefined, { signal })
        return attempt(signal, count + 1)
      }
      try {
        return await within(deadlineMs, signal => attempt(signal, 1))
      } catch (error) {
        if (error instanceof Problem) throw error
        throw new Problem(503, 'storage fails', { cause: fault ?? error, headers: { 'Retry-After': '1' } })
      }
    },
  }
}

/**
 * What an error of a conditional PUT means. 'again' is for what may pass: no answer, throttling, two conditional writes
 * in conflict, a wrong clock that the SDK has corrected.
 */
function judge({ name, code, $metadata }: S3ServiceException & { code?: string }): 'exists' | 'refused' | 'again' {
  const status = $metadata?.httpStatusCode
  if (status === 412) return 'exists'
  // ENOENT: the token file of a web identity is missing.
  if (name === 'CredentialsProviderError' || code === 'ENOENT' || status === 501) return 'refused'
  if (!status || status >= 500 || [408, 409, 429].includes(status)) return 'again'
  return ['RequestTimeout', 'RequestTimeTooSkewed'].includes(name) ? 'again' : 'refused'
}
