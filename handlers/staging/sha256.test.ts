import t from 'tap'
import { Sha256 } from './sha256.ts'

/** The digest in hexadecimal. */
async function digest(text: string, secret?: string | ArrayBuffer | ArrayBufferView): Promise<string> {
  const hash = new Sha256(secret)
  hash.update(text.slice(0, 2))
  hash.update(Buffer.from(text.slice(2)))
  return Buffer.from(await hash.digest()).toString('hex')
}

// FIPS 180-2, B.1
t.test('a hash', async t =>
  t.equal(await digest('abc'), 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'),
)

// RFC 4231, 4.3
t.test('an HMAC, with the secret in each form', async t => {
  const bytes = new TextEncoder().encode('Jefe')
  for (const secret of ['Jefe', bytes, bytes.buffer, new DataView(bytes.buffer)])
    t.equal(
      await digest('what do ya want for nothing?', secret),
      '5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843',
    )
})
