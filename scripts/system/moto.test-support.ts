import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { hasEnded } from './has-ended.ts'
import type { Command } from './run.ts'

/**
 * Starts moto on a free loopback port. Returns its endpoint, the environment that makes Terraform, the SDK and the service
 * use it as AWS, and a function that stops it.
 */
export async function startMoto([program, ...words]: Command) {
  const server = spawn(program, [...words, '-H', '127.0.0.1', '-p', '0'], {
    stdio: ['ignore', 'ignore', 'pipe'],
    // Loads the policies that AWS itself provides; our roles use them. Certificates are issued at once.
    env: { ...process.env, MOTO_IAM_LOAD_MANAGED_POLICIES: 'true', MOTO_ACM_VALIDATION_WAIT: '0' },
  })
  const kill = () => server.kill('SIGKILL')
  process.once('exit', kill)
  const stop = async () => {
    process.off('exit', kill)
    if (!hasEnded(server) && kill()) await once(server, 'exit')
  }
  let endpoint = ''
  for await (const line of createInterface({ input: server.stderr })) {
    endpoint = /Running on (http:\S+)/.exec(line)?.[1] ?? ''
    if (endpoint) break
  }
  if (!endpoint) throw new Error('moto did not start')
  server.stderr.resume()
  const environment = { AWS_ENDPOINT_URL: endpoint, AWS_ACCESS_KEY_ID: 'tester', AWS_SECRET_ACCESS_KEY: 'of-the-tests' }
  return { endpoint, environment, stop }
}
