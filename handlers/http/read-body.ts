import type { IncomingMessage, ServerResponse } from 'node:http'
import { limits } from './limits.ts'
import { Problem } from './problem.ts'

const tooLarge = () => new Problem(413, `the body is larger than ${limits.bodyBytes} bytes`)

/**
 * Reads a request's body to its end and drops it, after the 100 that its client may wait for.
 * Throws a Problem where it is too large, or refused while it comes, or its client leaves.
 */
export async function readBody(message: IncomingMessage, response: ServerResponse): Promise<void> {
  const { expect, 'content-length': length, 'transfer-encoding': coding } = message.headers
  const expects = expect !== undefined && message.httpVersion !== '1.0'
  if (expects && expect.toLowerCase() !== '100-continue')
    throw new Problem(417, 'the only expectation met is 100-continue')
  if (Number(length) > limits.bodyBytes) throw tooLarge()
  if (expects) response.writeContinue()
  if (length !== undefined || coding !== undefined) await dropBody(message)
}

function dropBody(message: IncomingMessage): Promise<void> {
  return new Promise((resolve, reject) => {
    let bytes = 0
    message.on('data', (chunk: Buffer) => {
      bytes += chunk.length
      if (bytes > limits.bodyBytes) reject(tooLarge())
    })
    message.on('end', resolve)
    message.on('refused', reject)
    message.on('close', () => reject(new Problem(400, 'the body was cut short')))
  })
}
