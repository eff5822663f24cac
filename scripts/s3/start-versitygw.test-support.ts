import { type ChildProcess, spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'

/** Starts an S3 server, empty, on a free loopback port; after `kill` and `start` it has its port and objects again. */
export async function startVersitygw(path: string) {
  const folder = mkdtempSync(join(tmpdir(), 'versitygw-'))
  const [port, accessKeyId, secretAccessKey, region] = [await freePort(), 'tester', randomUUID(), 'eu-west-1']
  const endpoint = `http://127.0.0.1:${port}`
  let server: ChildProcess | undefined

  const start = async () => {
    server = spawn(path, ['--quiet', '--port', `127.0.0.1:${port}`, '--region', region, 'posix', folder], {
      env: { ...process.env, ROOT_ACCESS_KEY: accessKeyId, ROOT_SECRET_KEY: secretAccessKey },
      stdio: ['ignore', 'ignore', 'inherit'],
    })
    await answers(endpoint, server)
  }
  const kill = async () => {
    if (!server || server.exitCode !== null || server.signalCode !== null) return
    server.kill('SIGKILL') // ends a paused one too
    await once(server, 'exit')
  }
  const removeAll = () => {
    server?.kill('SIGKILL')
    rmSync(folder, { recursive: true, force: true })
  }
  process.once('exit', removeAll)
  const stop = async () => {
    await kill()
    process.off('exit', removeAll)
    removeAll()
  }

  await start().catch(async error => {
    await stop()
    throw error
  })
  return {
    endpoint,
    accessKeyId,
    secretAccessKey,
    region,
    start,
    kill,
    /** Connections are taken and nothing is answered, until `resume`. */
    pause: () => server?.kill('SIGSTOP'),
    resume: () => server?.kill('SIGCONT'),
    stop,
  }
}

async function freePort() {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as { port: number }
  server.close()
  await once(server, 'close')
  return port
}

async function answers(endpoint: string, server: ChildProcess) {
  const deadline = Date.now() + 10_000
  while (server.exitCode === null && Date.now() < deadline) {
    if (
      await fetch(endpoint, { signal: AbortSignal.timeout(1000) }).then(
        () => true,
        () => false,
      )
    )
      return
    await delay(20)
  }
  throw new Error(`versitygw does not answer at ${endpoint}`)
}
