import { readFileSync } from 'node:fs'
import http, { type IncomingMessage } from 'node:http'
import https, { type RequestOptions } from 'node:https'
import { json } from 'node:stream/consumers'
import { pki } from './cluster.ts'

/** Sends a request, over https as the cluster's administrator. Resolves to the response when its headers are there. */
export function request(url: string, { body, ...options }: RequestOptions & { body?: string } = {}) {
  return new Promise<IncomingMessage>((resolve, reject) => {
    const sent = url.startsWith('https:')
      ? https.request(url, { ...administrator(), agent: false, ...options }, resolve)
      : http.request(url, { agent: false, ...options }, resolve)
    sent.on('error', reject).end(body)
  })
}

const administrator = () => ({
  ca: readFileSync(pki('ca.crt')),
  cert: readFileSync(pki('admin.crt')),
  key: readFileSync(pki('admin.key')),
})

/** Resolves if the URL answers with this status within 2 seconds; else rejects. */
export async function expectStatus(url: string, status = 200) {
  const response = await request(url, { signal: AbortSignal.timeout(2000) })
  response.resume()
  if (response.statusCode !== status) throw new Error(`${url} answers ${response.statusCode}`)
}

/** An object or a list of the API server. */
export const readObject = async (url: string) => json(await request(url, { signal: AbortSignal.timeout(5000) }))
