import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import type { Test } from 'tap'

const cwd = fileURLToPath(new URL('../..', import.meta.url))

/** Starts the service for one test, on a free port and with a folder for uploads. Resolves to its origin when ready. */
export async function startService(t: Test): Promise<string> {
  const env = { ...process.env, PORT: '0', STAGING: `file:${t.testdir()}` }
  const service = spawn(process.execPath, ['server.ts'], { cwd, env, stdio: ['ignore', 'pipe', 'inherit'] })
  t.teardown(() => service.kill('SIGKILL'))
  let url = ''
  for await (const line of createInterface({ input: service.stdout })) {
    url ||= /http:\/\/localhost:\d+/.exec(line)?.[0] ?? ''
    if (line.includes('"ready"')) return url
  }
  throw new Error('the service ended before it was ready')
}

/** Starts another server for one test; resolves to its origin. */
export async function startServer(t: Test, answer: RequestListener): Promise<string> {
  const server = createServer(answer).listen(0, '127.0.0.1')
  await once(server, 'listening')
  t.teardown(() => server.close().closeAllConnections())
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}
