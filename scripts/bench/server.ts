import { execFileSync, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { cpus } from 'node:os'
import { freePort } from '../system/free-port.ts'
import { hasEnded } from '../system/has-ended.ts'
import { cpuSeconds, memoryBytes } from '../system/process-usage.ts'
import { waitUntil } from '../system/wait-until.ts'
import { type Load, load } from './client.ts'
import type { Peer } from './peers.ts'

type Settings = {
  signal: AbortSignal
  env?: Record<string, string> | undefined
  /** Whether a pipe takes its standard output; else it is discarded. */
  pipe?: boolean | undefined
}

export type Server = Awaited<ReturnType<typeof start>>

const canPin = cpus().length > 1 && spawnSync('taskset', ['--version']).status === 0
const pin = (core: 0 | 1) => (canPin ? ['taskset', '-c', String(core)] : [])

/** Leaves core 0 to the servers. */
export function pinClient(): void {
  if (canPin) execFileSync('taskset', ['-a', '-c', '-p', '1', String(process.pid)], { stdio: 'ignore' })
}

/** Starts a peer on a free port, and waits until it answers health; `startMs` is how long. Ends when disposed of. */
export async function start(peer: Peer, { signal, env, pipe = false }: Settings) {
  const port = await freePort()
  const piped = ['bash', '-c', `exec "$0" "$@" > >(${pin(1).join(' ')} cat <&0 >/dev/null &)`]
  const [program = '', ...args] = [...pin(0), ...(pipe ? piped : []), ...peer.command(port)]
  const began = performance.now()
  const child = spawn(program, args, {
    env: { PATH: process.env.PATH, NODE_ENV: 'production', PORT: String(port), ...peer.env, ...env },
    stdio: ['ignore', 'ignore', 'inherit'],
    detached: true, // a process group, which ends as a whole
  })
  const pid = child.pid as number
  const kill = () => hasEnded(child) || process.kill(-pid, 'SIGKILL')
  process.once('exit', kill)

  /** Resolves when it answers with 200, to the milliseconds since its start. */
  async function answers(path: string): Promise<number> {
    const ask = async () => {
      const { refused } = await load(port, { request: `GET ${path}`, total: 1 }, signal)
      if (refused) throw new Error(`${peer.name} does not answer ${path} with 200`)
    }
    await waitUntil(ask, { seconds: 20, pauseMs: 1, signal, giveUp: () => hasEnded(child) })
    return performance.now() - began
  }

  const server = {
    port,
    /** Resolves when it is ready for everything, to the milliseconds since its start. */
    ready: () => answers(peer.readyPath ?? '/api/health'),
    /** What it answers, such as to "GET /api/health", without the newline that Flask adds. */
    async body(request: string): Promise<string> {
      const reply = await fetch(`http://127.0.0.1:${port}${request.replace('GET ', '')}`, { signal })
      return (await reply.text()).trim()
    },
    /** Sends requests. Every answer has to be 200, unless the rate is given. */
    async load(traffic: Load) {
      const outcome = await load(port, traffic, signal)
      if (outcome.refused && !traffic.perSecond) throw new Error(`${peer.name} refuses ${traffic.request}`)
      return outcome
    },
    /** Microseconds of CPU that it has used. */
    cpu: () => sum(pid, id => cpuSeconds(id) * 1e6),
    /** Memory in MB; with 'VmHWM' the most that it had. */
    memory: (name: 'VmRSS' | 'VmHWM' = 'VmRSS') => sum(pid, id => memoryBytes(id, name) / 1e6),
    async [Symbol.asyncDispose]() {
      process.off('exit', kill)
      if (hasEnded(child)) return
      kill()
      await once(child, 'exit')
    },
  }
  try {
    return Object.assign(server, { startMs: await answers('/api/health') })
  } catch (error) {
    await server[Symbol.asyncDispose]()
    throw error
  }
}

/** Adds up what a process and its children use: gunicorn answers in a child. */
function sum(pid: number, used: (pid: number) => number): number {
  const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').split(' ').filter(Boolean)
  return children.reduce((total, child) => total + sum(Number(child), used), used(pid))
}
