import { readFileSync } from 'node:fs'
import http, { type IncomingMessage } from 'node:http'
import https, { type RequestOptions } from 'node:https'
import { json } from 'node:stream/consumers'
import { pki } from './places.ts'

/** Sends a request, by https as the cluster's administrator; resolves to the answer when its head is there. */
export function request(url: string, { body, ...options }: RequestOptions & { body?: string } = {}) {
  return new Promise<IncomingMessage>((resolve, reject) => {
    const [ca, cert, key] = ['ca.crt', 'admin.crt', 'admin.key'].map(file => () => readFileSync(pki(file)))
    const sent = url.startsWith('https:')
      ? https.request(url, { ca: ca?.(), cert: cert?.(), key: key?.(), agent: false, ...options }, resolve)
      : http.request(url, { agent: false, ...options }, resolve)
    sent.on('error', reject).end(body)
  })
}

/** Resolves when the address answers as it should. */
export async function answers(url: string, status = 200) {
  const answer = await request(url, { signal: AbortSignal.timeout(2000) })
  answer.resume()
  if (answer.statusCode !== status) throw new Error(`${url} answers ${answer.statusCode}`)
}

/** What the API server says about an object. */
export const readObject = async (url: string) => json(await request(url, { signal: AbortSignal.timeout(5000) }))
