import { once } from 'node:events'
import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Random } from './random.ts'

type Keys = { accessKeyId: string; secretAccessKey: string }

export type AgentFault = 'silent' | 'slow' | 'error' | 'reset' | 'web page' | 'wrong keys'
export type CredentialsAgent = Awaited<ReturnType<typeof credentialsAgent>>

/**
 * A container credentials agent on loopback, as in ECS and EKS Pod Identity. Its credentials expire after two seconds,
 * so that the service asks again and again.
 */
export async function credentialsAgent({ accessKeyId, secretAccessKey }: Keys) {
  let current: { faults: readonly AgentFault[]; rate: number; random: Random } | undefined
  let injected = 0

  function answer(response: ServerResponse, AccessKeyId = accessKeyId) {
    const Expiration = new Date(Date.now() + 2000).toISOString()
    // The S3 server knows no session tokens.
    const credentials = { AccessKeyId, SecretAccessKey: secretAccessKey, Token: '', Expiration }
    response.writeHead(200, { 'Content-Type': 'application/json' }).end(JSON.stringify(credentials))
  }
  const server = createServer(async (_, response) => {
    const fault = current?.random.chance(current.rate) ? current.random.pick(current.faults) : undefined
    if (fault) injected++
    if (fault === 'silent') return
    if (fault === 'reset') return void response.socket?.resetAndDestroy()
    if (fault === 'error') return void response.writeHead(500).end('injected')
    if (fault === 'web page') return void response.writeHead(200).end('<!doctype html><title>login</title>')
    if (fault === 'wrong keys') return answer(response, 'nobody')
    if (fault === 'slow') await sleep(current?.random.between(50, 400))
    answer(response)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    env: { AWS_CONTAINER_CREDENTIALS_FULL_URI: `http://127.0.0.1:${(server.address() as AddressInfo).port}/` },
    inject(faults: readonly AgentFault[], rate: number, random: Random) {
      injected = 0
      current = { faults, rate, random }
    },
    heal(): number {
      current = undefined
      server.closeAllConnections()
      return injected
    },
    close() {
      server.close()
      server.closeAllConnections()
    },
  }
}
