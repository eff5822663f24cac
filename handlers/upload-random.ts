import { createHash, randomUUID } from 'node:crypto'
import type { Reply, Request } from './http/handler.ts'
import { Problem } from './http/problem.ts'
import type { UploadRandom } from './schemas/upload-random.d.ts'
import contract from './schemas/upload-random-headers.json' with { type: 'json' }
import type { Staging } from './staging/staging.ts'

type Needs = {
  /** A promise while its client is being loaded: uploads wait for it. */
  staging: Staging | Promise<Staging>
  /** Draws a whole number from 0 to below the limit. */
  randomInt: (limit: number) => number
}

/**
 * Makes the handler that stores a number from 0 to 9999 as an object of its own and answers once it is durable.
 * The same Idempotency-Key, here or at another replica, is the same object: it is stored once, and its key given again.
 */
export function uploadRandom({ staging, randomInt }: Needs) {
  return async ({ headers }: Pick<Request, 'headers'>): Promise<Reply<UploadRandom>> => {
    const idempotencyKey = readIdempotencyKey(headers['idempotency-key'])
    const name = idempotencyKey ? `idempotency/${sha256(idempotencyKey)}.txt` : `${randomUUID()}.txt`
    const { prefix, put } = await staging
    const key = prefix + name
    const stored = await put(key, String(randomInt(10_000)))
    if (!stored && !idempotencyKey) throw new Error(`another object has the key ${key} already`)
    return { status: 200, body: { uploaded: 'ok', key } }
  }
}

const { minLength, maxLength, pattern } = contract.properties['idempotency-key']

function readIdempotencyKey(value: string | string[] | undefined): string | undefined {
  if (value === undefined) return undefined
  const valid =
    typeof value === 'string' &&
    value.length >= minLength &&
    value.length <= maxLength &&
    new RegExp(pattern).test(value)
  if (valid) return value
  throw new Problem(400, `Idempotency-Key takes ${minLength} to ${maxLength} printable ASCII characters`)
}

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')
