import type { IncomingMessage, ServerResponse } from 'node:http'
import { limits } from './limits.ts'
import { Problem } from './problem.ts'

/** The client is gone: nobody is left to answer. */
export class Gone extends Error {}

const refusal = (status: number, detail: string) => new Problem(status, detail, { headers: { Connection: 'close' } })
const tooLarge = () => refusal(413, `the body is larger than ${limits.bodyBytes} bytes`)
const tooSlow = () => refusal(408, `the body took longer than ${limits.requestMs / 1000} s`)

/**
 * Reads a request's body to its end and drops it, after the 100 that its client may wait for.
 * Throws a Problem (408, 413, 417) or, where the client has left, Gone.
 */
export async function readBody(message: IncomingMessage, response: ServerResponse): Promise<void> {
  const { expect, 'content-length': length, 'transfer-encoding': coding } = message.headers
  if (expect !== undefined) {
    if (expect.toLowerCase() !== '100-continue') throw refusal(417, 'the only expectation met is 100-continue')
    if (Number(length) > limits.bodyBytes) throw tooLarge()
    response.writeContinue()
  }
  if (length !== undefined || coding !== undefined) await dropBody(message, Number(length))
}

function dropBody(message: IncomingMessage, announced: number): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>()
  const timers = [setTimeout(() => reject(tooSlow()), limits.requestMs)]
  // Refused only after a while of reading on: see limits.lingerMs.
  const refuse = () => timers.push(setTimeout(() => reject(tooLarge()), limits.lingerMs))
  if (announced > limits.bodyBytes) refuse()
  let bytes = 0
  message.on('data', (chunk: Buffer) => {
    const before = bytes
    bytes += chunk.length
    if (before <= limits.bodyBytes && bytes > limits.bodyBytes) refuse()
  })
  message.on('end', () => (bytes > limits.bodyBytes ? reject(tooLarge()) : resolve()))
  message.on('error', () => {})
  message.on('close', () => reject(new Gone('the client left before its request was whole')))
  return promise.finally(() => timers.map(clearTimeout))
}
