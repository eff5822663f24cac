import { setTimeout as sleep } from 'node:timers/promises'
import { PutObjectCommand, S3Client, type S3ServiceException } from '@aws-sdk/client-s3'
import { UndiciHttpHandler } from '@smithy/undici-http-handler'
import { Problem } from '../http/problem.ts'
import type { Staging } from './staging.ts'

export type Options = { bucket: string; prefix: string; pathStyle: boolean; deadlineMs: number }

/** Keeps objects in an S3 bucket. Region, credentials and endpoint come from the standard AWS environment; rejects where none names a region. */
export async function openS3({ bucket, prefix, pathStyle, deadlineMs }: Options): Promise<Staging> {
  const client = new S3Client({
    forcePathStyle: pathStyle,
    requestHandler: new UndiciHttpHandler({ dispatcher: { connect: { timeout: deadlineMs / 2 } } }),
    // Signature and transport guard a body this small; a checksum beside them costs a tenth of the uploads a second.
    requestChecksumCalculation: 'WHEN_REQUIRED',
    cacheMiddleware: true,
    // The attempts are made below: the SDK would give up on a conflict, and never after a time.
    maxAttempts: 1,
  })
  await client.config.region()

  return {
    prefix: prefix && `${prefix}/`,
    async put(key, text) {
      const deadline = new AbortController()
      const timer = setTimeout(() => deadline.abort(new Error(`no answer within ${deadlineMs} ms`)), deadlineMs)
      const send = () =>
        client.send(
          new PutObjectCommand({ Bucket: bucket, Key: key, Body: text, ContentType: 'text/plain', IfNoneMatch: '*' }),
          { abortSignal: deadline.signal },
        )
      try {
        return await putWithin(deadline.signal, send)
      } finally {
        clearTimeout(timer)
      }
    },
  }
}

/** Attempts a conditional PUT again and again, with jitter between (full jitter, doubling), until it is decided or the time is up. */
async function putWithin(signal: AbortSignal, send: () => Promise<unknown>): Promise<boolean> {
  // The SDK heeds the signal while it sends, but not while it looks for credentials.
  const late = new Promise<never>((_, reject) => signal.addEventListener('abort', () => reject(signal.reason)))
  let fault: unknown
  for (let attempt = 1; !signal.aborted; attempt++) {
    try {
      await Promise.race([send(), late])
      return true
    } catch (cause) {
      const outcome = judge(cause as S3ServiceException)
      // After the first attempt, what is there is what an earlier one wrote before its reply was lost.
      if (outcome === 'exists') return attempt > 1
      if (outcome === 'refused') throw new Problem(502, 'storage refuses', { cause })
      if (!signal.aborted) fault = cause
    }
    await sleep(Math.random() * 50 * 2 ** attempt, undefined, { signal }).catch(() => {})
  }
  throw new Problem(503, 'storage fails', { cause: fault ?? signal.reason, headers: { 'Retry-After': '1' } })
}

/** 'again' is for whatever may pass: no answer at all, throttling, a conflict of two conditional writes, a clock corrected by the SDK. */
function judge({ name, code, $metadata }: S3ServiceException & { code?: string }): 'exists' | 'refused' | 'again' {
  const status = $metadata?.httpStatusCode
  if (status === 412) return 'exists'
  // ENOENT: of the file that has the token of a web identity.
  if (name === 'CredentialsProviderError' || code === 'ENOENT' || status === 501) return 'refused'
  if (!status || status >= 500 || [408, 409, 429].includes(status)) return 'again'
  return ['RequestTimeout', 'RequestTimeTooSkewed'].includes(name) ? 'again' : 'refused'
}
