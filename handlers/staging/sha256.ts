import { createHash, createHmac, createSecretKey, type Hash, type Hmac } from 'node:crypto'

/**
 * SHA-256, or HMAC-SHA-256 if there is a secret, for the SDK's signatures only. With a secret of bytes, as the SDK's own
 * class has it, Node 24.21 throws and catches two errors, and takes five times as long as with a KeyObject.
 */
export class Sha256 {
  readonly #hash: Hash | Hmac

  // Node takes all these types; its own types name them one by one.
  constructor(secret?: string | ArrayBuffer | ArrayBufferView) {
    this.#hash =
      secret === undefined
        ? createHash('sha256')
        : createHmac('sha256', typeof secret === 'string' ? secret : createSecretKey(secret as Uint8Array))
  }

  update(data: string | ArrayBufferView): void {
    this.#hash.update(data as string)
  }

  async digest(): Promise<Uint8Array> {
    return this.#hash.digest()
  }
}
