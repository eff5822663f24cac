import { type ChildProcess, type StdioOptions, spawn } from 'node:child_process'
import { once } from 'node:events'
import { openSync, readdirSync, readFileSync, readlinkSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import schema from '../../handlers/schemas/environment.json' with { type: 'json' }
import { freePort } from '../system/free-port.ts'
import { waitUntil } from '../system/wait-until.ts'

/** What becomes of the log: we read it, until the phase closes our end, or never; or a full disk refuses it. */
export type LogReader = 'reads' | 'leaves' | 'stalls' | 'has a full disk'

type Settings = {
  /** Path of the bundled service. */
  bundle: string
  env: Record<string, string>
  /** A command that runs its arguments in the same process, such as `unshare`. */
  wrapper?: readonly string[] | undefined
  log?: LogReader | undefined
}

export type Figures = { sockets: number; descriptors: number; rssMiB: number; peakMiB: number }
export type Service = Awaited<ReturnType<typeof serviceUnderTest>>

const isSetting = (name: string) => name in schema.properties || name.startsWith('AWS_')
const others = Object.fromEntries(Object.entries(process.env).filter(([name]) => !isSetting(name)))

/** The bundle of the service as a process of its own, on a port of loopback that stays the same after a restart. */
export async function serviceUnderTest({ bundle, env, wrapper = [], log = 'reads' }: Settings) {
  const port = await freePort()
  // With this option, Node's memory is as in a container of 256 MiB.
  const [program = '', ...args] = [...wrapper, process.execPath, '--max-old-space-size=128', bundle]
  /** Lines that are no JSON, and lines of faults. */
  const lines = { strange: [] as string[], faults: [] as string[] }
  const forks = wrapper.includes('--fork')
  let child: ChildProcess
  let ended: Promise<unknown>

  function read(text: string) {
    for (const line of text.split('\n').filter(Boolean)) {
      if (!line.startsWith('{')) lines.strange.push(line)
      if (/"level":"(error|fatal)"/.test(line)) lines.faults.push(line)
    }
  }

  const service = {
    port,
    lines,
    /** The process itself, or its first child where a wrapper runs it as a child. */
    get pid() {
      const pid = child.pid as number
      return (forks && Number(readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').split(' ')[0])) || pid
    },
    get hasEnded() {
      return child.exitCode !== null || child.signalCode !== null
    },
    /** Starts the process, and does not wait until it listens. */
    launch() {
      const stdio: StdioOptions = ['ignore', log === 'has a full disk' ? openSync('/dev/full', 'w') : 'pipe', 'pipe']
      const settings = { HOST: '127.0.0.1', PORT: String(port), DRAIN_MS: '300', UPLOAD_DEADLINE_MS: '1000', ...env }
      child = spawn(program, args, { env: { ...others, ...settings }, stdio })
      ended = once(child, 'exit')
      for (const stream of log === 'stalls' ? [child.stderr] : [child.stdout, child.stderr])
        stream?.setEncoding('utf8').on('data', read)
    },
    /** Starts the process and waits until it is ready. */
    async start() {
      service.launch()
      const ask = async () => {
        const { status } = await fetch(`http://127.0.0.1:${port}/api/ready`, { signal: AbortSignal.timeout(1000) })
        if (status !== 200) throw new Error(`the service is not ready: ${status}`)
      }
      await waitUntil(ask, { seconds: 15, giveUp: () => service.hasEnded })
    },
    /** Closes our end of its standard output. */
    leaveLog: () => child.stdout?.destroy(),
    kill: (signal: NodeJS.Signals) => process.kill(service.pid, signal),
    /** Waits for the end. Resolves to the exit code or the signal; undefined if it does not end within so many ms. */
    async end(withinMs: number): Promise<number | string | undefined> {
      const timer = new AbortController()
      await Promise.race([ended, sleep(withinMs, undefined, { signal: timer.signal })])
      timer.abort()
      return child.exitCode ?? child.signalCode ?? undefined
    },
    figures(): Figures {
      const folder = `/proc/${service.pid}`
      const status = readFileSync(`${folder}/status`, 'utf8')
      const mebibytes = (name: string) => Math.round(Number(new RegExp(`${name}:\\s+(\\d+)`).exec(status)?.[1]) / 1024)
      const targets = readdirSync(`${folder}/fd`).map(name => target(`${folder}/fd/${name}`))
      const sockets = targets.filter(name => name.startsWith('socket:')).length
      return { sockets, descriptors: targets.length, rssMiB: mebibytes('VmRSS'), peakMiB: mebibytes('VmHWM') }
    },
    /** The share of one core that it uses, measured over half a second. */
    async load(): Promise<number> {
      const before = cpuSeconds(service.pid)
      await sleep(500)
      return (cpuSeconds(service.pid) - before) / 0.5
    },
  }
  return service
}

function target(descriptor: string): string {
  try {
    return readlinkSync(descriptor)
  } catch {
    return '' // closed since
  }
}

/** Time in user and system mode: fields 14 and 15 of proc_pid_stat(5), in hundredths of a second. */
function cpuSeconds(pid: number): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').replace(/.*\) /s, '').split(' ')
  return (Number(fields[11]) + Number(fields[12])) / 100
}
