import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buildOnce } from './cache.ts'
import { freePort } from './free-port.ts'
import { hasEnded } from './has-ended.ts'
import { run } from './run.ts'
import { waitUntil } from './wait-until.ts'

// renovate: datasource=github-releases depName=versity/versitygw
const version = 'v1.8.0'

/** Finds versitygw, a real S3 server, or builds it with Go into the cache. Returns its path, or why there is none. */
export async function findVersitygw(): Promise<{ path: string } | { reason: string }> {
  if (works('versitygw', '--version')) return { path: 'versitygw' }
  const packageName = `github.com/versity/versitygw/cmd/versitygw@${version}`
  try {
    const folder = await buildOnce(`versitygw-${version}`, async folder => {
      if (!works('go', 'version')) throw new Error('neither versitygw nor Go, which would build it, is on PATH')
      process.stderr.write(`building versitygw ${version} with Go into the cache, once; this takes about two minutes\n`)
      await run(['go', 'install', packageName], { env: { ...process.env, GOBIN: folder } })
    })
    return { path: join(folder, 'versitygw') }
  } catch (error) {
    return { reason: (error as Error).message }
  }
}

const works = (program: string, question: string) => spawnSync(program, [question], { stdio: 'ignore' }).status === 0

/** Starts an empty S3 server on a free loopback port. After `kill` and `start` it has the same port and objects. */
export async function startVersitygw(path: string) {
  const folder = mkdtempSync(join(tmpdir(), 'versitygw-'))
  const [port, accessKeyId, secretAccessKey, region] = [await freePort(), 'tester', randomUUID(), 'eu-west-1']
  const endpoint = `http://127.0.0.1:${port}`
  let server: ChildProcess

  const start = async () => {
    server = spawn(path, ['--quiet', '--port', `127.0.0.1:${port}`, '--region', region, 'posix', folder], {
      env: { ...process.env, ROOT_ACCESS_KEY: accessKeyId, ROOT_SECRET_KEY: secretAccessKey },
      stdio: ['ignore', 'ignore', 'inherit'],
    })
    const ask = () => fetch(endpoint, { signal: AbortSignal.timeout(1000) })
    await waitUntil(ask, { seconds: 10, giveUp: () => hasEnded(server) })
  }
  const kill = async () => {
    if (hasEnded(server)) return
    server.kill('SIGKILL') // ends a paused one too
    await once(server, 'exit')
  }
  const removeAll = () => {
    server.kill('SIGKILL')
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
    throw new Error(`versitygw does not answer at ${endpoint}`, { cause: error })
  })
  return {
    endpoint,
    accessKeyId,
    secretAccessKey,
    region,
    /** Has a folder for each bucket, and a file for each object. */
    folder,
    start,
    kill,
    /** Stops the process, and waits until it has stopped: connections are accepted and nothing is answered until `resume`. */
    async pause() {
      server.kill('SIGSTOP')
      await waitUntil(() => isStopped(server), { seconds: 10 })
    },
    resume: () => server.kill('SIGCONT'),
    stop,
  }
}

/** Throws while a thread of the process still runs: a signal that was sent need not have arrived. */
function isStopped({ pid }: ChildProcess): void {
  const threads = readdirSync(`/proc/${pid}/task`)
  const states = threads.map(thread => readFileSync(`/proc/${pid}/task/${thread}/stat`, 'utf8').replace(/.*\) /, '')[0])
  if (states.some(state => state !== 'T')) throw new Error(`process ${pid} still runs: its threads are in ${states}`)
}
