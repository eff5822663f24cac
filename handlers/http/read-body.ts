import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from 'node:http'
import { Problem } from './problem.ts'

/** Whether a body follows the headers (RFC 9112, 6.3). */
export const hasBody = ({
  'content-length': length = '0',
  'transfer-encoding': coding,
}: IncomingHttpHeaders): boolean => length !== '0' || coding !== undefined

/** Whether the headers are the whole request: no body follows, and the client waits for no 100 Continue. */
export const isWhole = ({ headers }: IncomingMessage): boolean => !hasBody(headers) && headers.expect === undefined

/**
 * Reads a request's body to its end and drops it; sends 100 Continue first if the client waits for it.
 * Throws a Problem when the body is larger than `limit` bytes, is refused on its way, or its client leaves.
 */
export async function readBody(message: IncomingMessage, response: ServerResponse, limit: number): Promise<void> {
  const { expect, 'content-length': length, upgrade } = message.headers
  const expects = expect !== undefined && message.httpVersion !== '1.0'
  if (expects && !/^100-continue(?:, 100-continue)*$/i.test(expect))
    throw new Problem(417, 'the only expectation supported is 100-continue')
  if (Number(length) > limit) throw tooLarge(limit)
  if (expects) response.writeContinue()
  // node:http drops what follows an upgrade, and does not tell when it is broken.
  if (hasBody(message.headers) && upgrade === undefined) await dropBody(message, limit)
}

function dropBody(message: IncomingMessage, limit: number): Promise<void> {
  return new Promise((resolve, reject) => {
    let bytes = 0
    message.on('data', (chunk: Buffer) => {
      bytes += chunk.length
      if (bytes > limit) reject(tooLarge(limit))
    })
    message.on('end', resolve)
    message.on('refused', reject)
    message.on('close', () => reject(new Problem(400, 'the body was cut short')))
  })
}

const tooLarge = (limit: number) => new Problem(413, `the body is larger than ${limit} bytes`)
