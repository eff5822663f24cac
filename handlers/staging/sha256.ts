import { createHash, createHmac, createSecretKey, type Hash, type Hmac } from 'node:crypto'

/**
 * SHA-256 for the signatures of the SDK; with a secret, an HMAC. The SDK's own gives Node the secret as bytes, and Node
 * 24.21 takes five times as long for these as for a KeyObject: it throws two errors within, and catches them.
 */
export class Sha256 {
  readonly #hash: Hash | Hmac

  constructor(secret?: string | ArrayBuffer | ArrayBufferView) {
    this.#hash =
      secret === undefined ? createHash('sha256') : createHmac('sha256', createSecretKey(secret as string, 'utf8'))
  }

  update(data: string | ArrayBufferView): void {
    this.#hash.update(data as string)
  }

  async digest(): Promise<Uint8Array> {
    return this.#hash.digest()
  }
}
