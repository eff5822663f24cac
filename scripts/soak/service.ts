import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readdirSync, readFileSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { setTimeout as sleep } from 'node:timers/promises'
import { entryPoint } from '../system/entry-point.ts'
import { freePort } from '../system/free-port.ts'
import { hasEnded } from '../system/has-ended.ts'
import { cpuSeconds, memoryBytes } from '../system/process-usage.ts'
import { waitUntil } from '../system/wait-until.ts'

export type Service = Awaited<ReturnType<typeof openService>>
type Settings = {
  /** Its folder. */
  bundle: string
  env: Record<string, string>
  wrapper: readonly string[]
  lost: (what: string) => void
}

/** The bundle of the service as a process, run by a wrapper, on a port that stays the same after a restart. */
export async function openService({ bundle, env, wrapper, lost }: Settings) {
  const port = await freePort()
  const [program = '', ...args] = [...wrapper, ...entryPoint(bundle)]
  const limits = { DRAIN_MS: '300', UPLOAD_DEADLINE_MS: '1000' }
  const settings = { PATH: process.env.PATH, HOST: '127.0.0.1', PORT: String(port), ...limits, ...env }
  let child: ChildProcess
  let ended: Promise<unknown>

  const service = {
    port,
    /** When it became ready, or was continued; infinite after a signal. */
    runningSince: 0,
    lastSignal: '',
    get log() {
      return child.stdout
    },
    /** The process, or its first child where a wrapper makes it process 1. */
    get pid() {
      const pid = child.pid as number
      const isWrapper = wrapper.includes('--kill-child')
      return (isWrapper && Number(readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').split(' ')[0])) || pid
    },
    /** Starts the process, and does not wait until it listens. */
    launch() {
      child = spawn(program, args, { env: settings, stdio: ['ignore', 'pipe', 'pipe'] })
      ended = once(child, 'exit')
      const check = (line: string) => line.startsWith('{') || lost(`the log has a line that is no JSON: ${line}`)
      for (const input of [child.stdout, child.stderr]) createInterface({ input: input as never }).on('line', check)
    },
    /** Waits until it is ready. Rejects if it ends before. */
    async ready() {
      const ask = async () => {
        const { status } = await fetch(`http://127.0.0.1:${port}/api/ready`, { signal: AbortSignal.timeout(1000) })
        if (status !== 200) throw new Error(`the service is not ready: ${status}`)
      }
      await waitUntil(ask, { seconds: 15, pauseMs: 50, giveUp: () => hasEnded(child) })
    },
    async start() {
      service.launch()
      await service.ready()
      service.runningSince = performance.now()
    },
    /** Sends a signal. Resolves once the process has ended. */
    kill(signal: NodeJS.Signals) {
      service.runningSince = signal === 'SIGCONT' ? performance.now() : Number.POSITIVE_INFINITY
      service.lastSignal = signal
      if (!hasEnded(child)) process.kill(service.pid, signal)
      return ended
    },
    /** Sends SIGTERM: within five seconds the process has to end with this exit code or by that signal. */
    async terminate(...allowed: (number | string | null)[]) {
      const inTime = await Promise.race([service.kill('SIGTERM'), sleep(5000, false, { ref: false })])
      if (!inTime) await service.kill('SIGKILL')
      const end = child.exitCode ?? child.signalCode
      if (!allowed.includes(end)) lost(`after SIGTERM, it ended with ${end}`)
    },
    /** What it uses now; `cpu` is the share of a core in half a second. Sockets are among the descriptors. */
    async figures() {
      const before = cpuSeconds(service.pid)
      await sleep(500)
      // Rounded to what the kernel counts: a hundredth of a second.
      const cpu = Math.round((cpuSeconds(service.pid) - before) * 100) / 50
      const mebibytes = (name: 'VmRSS' | 'VmHWM') => Math.round(memoryBytes(service.pid, name) / 2 ** 20)
      const descriptors = readdirSync(`/proc/${service.pid}/fd`).length
      return { descriptors, memoryMiB: mebibytes('VmRSS'), peakMiB: mebibytes('VmHWM'), cpu }
    },
  }
  return service
}
