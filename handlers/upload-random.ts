import { createHash, randomUUID } from 'node:crypto'
import type { Reply, Request } from './http/handler.ts'
import { Problem } from './http/problem.ts'
import type { UploadRandom } from './schemas/upload-random.d.ts'
import contract from './schemas/upload-random-headers.json' with { type: 'json' }
import type { Staging } from './staging/staging.ts'

type Store = Pick<Staging, 'prefix' | 'put'>

type UploadNeeds = {
  /** A promise while it is being opened: uploads wait for it. */
  staging: Store | Promise<Store>
  /** Draws a random whole number: at least 0, less than the limit. */
  randomInt: (limit: number) => number
}

/**
 * Makes the handler that stores a random number from 0 to 9999 as a new object and answers once it is durable.
 * Requests with the same Idempotency-Key, at any replica, store one object and get the same key.
 */
export function uploadRandom({ staging, randomInt }: UploadNeeds) {
  return async ({ headers }: Pick<Request, 'headers'>): Promise<Reply<UploadRandom>> => {
    const idempotencyKey = readIdempotencyKey(headers['idempotency-key'])
    const name = idempotencyKey ? `idempotency/${sha256(idempotencyKey)}.txt` : `${randomUUID()}.txt`
    const { prefix, put } = await staging
    const key = prefix + name
    const stored = await put(key, String(randomInt(10_000)))
    if (!stored && !idempotencyKey) throw new Error(`the key ${key} is already taken`)
    return { status: 200, body: { uploaded: 'ok', key } }
  }
}

const { minLength, maxLength, pattern } = contract.properties['idempotency-key']

/** Reads the key from the lines of its header: equal ones count once. */
function readIdempotencyKey(lines: readonly string[] | undefined): string | undefined {
  if (lines === undefined) return undefined
  const [value = '', ...others] = new Set(lines)
  const length = value.length >= minLength && value.length <= maxLength
  if (others.length === 0 && length && new RegExp(pattern).test(value)) return value
  throw new Problem(400, `Idempotency-Key must be one value of ${minLength} to ${maxLength} printable ASCII characters`)
}

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')
