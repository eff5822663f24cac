import { PutObjectCommand, type S3Client } from '@aws-sdk/client-s3'
import { getEndpointFromInstructions } from '@smithy/core/endpoints'
import { extendedEncodeURIComponent } from '@smithy/core/protocols'
import request from 'undici/lib/api/api-request.js'
import Pool from 'undici/lib/dispatcher/pool.js'

/** In bytes. */
const largestAnswer = 64 * 1024
/** S3 accepts signatures that are up to 15 minutes old; the SDK corrects its clock from 5 on. */
const clockToleranceMs = 5 * 60_000

/**
 * Makes the function that puts a text into a bucket, as a new object. Endpoint, credentials and signature are the SDK's.
 * The rest of what it does for a request costs five times as much CPU as that and undici together, so it is left out.
 * An error has the name, the message and the metadata that the SDK gives it.
 * Source: https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutObject.html
 */
export async function putObject({ config }: S3Client, bucket: string, timeoutMs: number) {
  const { url, properties } = await getEndpointFromInstructions(
    { Bucket: bucket, Key: 'any' },
    PutObjectCommand,
    config,
  )
  const scheme = properties?.authSchemes?.[0]
  if (scheme?.name !== 'sigv4') throw new Error(`a bucket that wants ${scheme?.name} signatures is not supported`)
  const signer = await config.signer(scheme)
  const pool = new Pool(url.origin, {
    connect: { timeout: timeoutMs },
    headersTimeout: timeoutMs,
    bodyTimeout: timeoutMs,
    maxResponseSize: largestAnswer,
  })
  const folder = url.pathname.replace(/\/$/, '')
  let clockOffsetMs = 0

  return async (key: string, text: string, signal: AbortSignal): Promise<void> => {
    const path = `${folder}/${key.split('/').map(extendedEncodeURIComponent).join('/')}`
    const unsigned = {
      ...{ method: 'PUT', protocol: url.protocol, hostname: url.hostname, path, query: {}, body: text },
      headers: { host: url.host, 'content-type': 'text/plain', 'if-none-match': '*' },
    }
    const { headers } = await signer.sign(unsigned, { signingDate: new Date(Date.now() + clockOffsetMs) })
    const {
      statusCode,
      headers: replied,
      body,
    } = await request.call(pool, { method: 'PUT', path, headers, body: text, signal })
    const answer = await body.text()
    if (statusCode < 300 && replied.etag) return
    const serverOffsetMs = Date.parse(String(replied.date)) - Date.now()
    if (Math.abs(serverOffsetMs - clockOffsetMs) > clockToleranceMs) clockOffsetMs = serverOffsetMs
    throw failure(statusCode, answer, replied['x-amz-request-id'])
  }
}

function failure(httpStatusCode: number, answer: string, requestId: unknown): Error {
  const element = (name: string) => new RegExp(`<${name}>([^<]*)</${name}>`).exec(answer)?.[1]
  const [name, message] =
    httpStatusCode < 300
      ? ['ForeignAnswer', 'the answer has no ETag, so it is not from S3: see AWS_ENDPOINT_URL_S3']
      : [element('Code') ?? 'UnknownError', element('Message') ?? `S3 answered ${httpStatusCode}`]
  return Object.assign(new Error(message), { name, $metadata: { httpStatusCode, requestId } })
}
