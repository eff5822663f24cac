import { AsyncLocalStorage } from 'node:async_hooks'
import { subscribe } from 'node:diagnostics_channel'
import type { ClientRequest, IncomingMessage } from 'node:http'
import { addAbortSignal } from 'node:stream'
import type { S3Client, S3ClientConfig } from '@aws-sdk/client-s3'
import { bounded } from './within.ts'

type Provider = Extract<S3ClientConfig['credentials'], (...args: never[]) => unknown>
type Credentials = Awaited<ReturnType<Provider>>
/** A look-up on its way: the time limit of a request, and what its newest request came to. */
type LookUp = { requestMs: number; status?: number | undefined; code?: string | undefined }

const lookUps = new AsyncLocalStorage<LookUp>()

// The SDK's look-ups take no signal and may last for ever, but Node announces every request that they start.
subscribe('http.client.request.start', message => {
  const lookUp = lookUps.getStore()
  if (!lookUp) return
  const { request } = message as { request: ClientRequest }
  addAbortSignal(AbortSignal.timeout(lookUp.requestMs), request)
  request.once('response', ({ statusCode }: IncomingMessage) => Object.assign(lookUp, { status: statusCode }))
  request.once('error', ({ code }: NodeJS.ErrnoException) => Object.assign(lookUp, { status: undefined, code }))
})

/** Those that passed their limit but still wait for requests, which end, are fewer. */
const mostLookUps = 4

/**
 * Makes a chain of the SDK's sources of credentials. It asks an agent once, because put() retries. So many ms are more
 * than a request takes: after that, the SDK would print a warning.
 */
export const defaultChain = ({ config }: S3Client, timeout: number): Provider =>
  config.credentialDefaultProvider({ ...config, parentClientConfig: config, maxRetries: 0, timeout })

/**
 * Makes the look-up of credentials end within so many ms. Uploads share one look-up; after a failure, the next begins
 * anew. A rejection carries the status or code of the last request, which the SDK drops. `end` is when the newest
 * credentials end, in ms since 1970; undefined if they do not.
 */
export function lookUpWithin(limitMs: number, newChain: () => Provider, warn: (message: string) => void) {
  const { run, stuck } = bounded(limitMs, mostLookUps, 'look-ups of credentials', warn)
  let chain: Provider | undefined
  let newest: Credentials | undefined

  const credentials: Provider = async properties => {
    chain ??= newChain()
    const ask = chain
    const lookUp: LookUp = { requestMs: limitMs / 2 }
    try {
      newest = await run(() => lookUps.run(lookUp, () => ask(properties)))
      return newest
    } catch (error) {
      // The SDK shares a look-up that hangs with all that come later.
      chain = undefined
      if (lookUp.status) Object.assign(error as Error, { $metadata: { httpStatusCode: lookUp.status } })
      else if (lookUp.code) Object.assign(error as Error, { code: lookUp.code })
      throw error
    }
  }
  return { credentials, end: () => newest?.expiration?.getTime(), stuck }
}
