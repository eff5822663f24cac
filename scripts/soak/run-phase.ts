import { execFileSync } from 'node:child_process'
import { once } from 'node:events'
import { rmSync } from 'node:fs'
import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { Worker } from 'node:worker_threads'
import type { Health } from './health-prober.ts'
import { type Random, seededRandom } from './random.ts'
import { type Figures, type LogReader, type Service, serviceUnderTest } from './service.ts'
import { directoryStorage, type S3 } from './storage.ts'
import { traffic as openTraffic, type Traffic } from './traffic.ts'

/** What a phase works with. */
export type Lab = {
  service: Service
  traffic: Traffic
  random: Random
  s3: S3
  /** The folder of uploads in directory mode. */
  folder: string
  /** How long a fault lasts that has no count. */
  seconds: number
  /** How many of something: this many in two minutes, and so many in thirty. */
  scaled: (inTwo: number, inThirty: number) => number
  wait: (ms: number) => Promise<void>
  /** Stops and continues the watching of health. */
  watchHealth: (on: boolean) => void
  /** Sends SIGTERM and asserts that the process ends in time with this exit code, or by that signal. */
  terminate: (...allowed: (number | string)[]) => Promise<void>
  /** For the table. */
  figures: Record<string, number>
}

export type Phase = {
  name: string
  storage: 's3' | 's3 with an agent' | 'directory'
  /** Statuses of uploads beside 200; 503 if not set. */
  refusals?: readonly number[]
  /** Time for each answer; 2500 if not set. */
  answerMs?: number
  /** Whether the process is killed or stopped: 'gracefully' if it has to answer what it has begun. */
  ends?: 'gracefully' | 'abruptly'
  log?: LogReader
  env?: Record<string, string>
  /** Health is asked over one connection: new ones cannot be accepted. */
  reuseConnection?: true
  /** Whether it is process 1 of a namespace of its own, as in a container. */
  first?: true
  /** A module that Node loads before the service. */
  preload?: string
  /** Commands that change the service's own view of the file system, before it starts; $1 is the folder of uploads. */
  mounts?: string
  /** Injects the fault, and ends it. */
  run: (lab: Lab) => Promise<unknown>
}

export type Settings = { bundle: string; s3: S3 | { reason: string }; seed: number; minutes: number; seconds: number }
export type Result = {
  name: string
  seconds: number
  skipped?: string
  /** What was lost: empty if the phase passed. */
  losses: string[]
  figures: Record<string, number>
}

// The longest time that the service has to answer what it has begun, with its own drain time of 300 ms before.
const endMs = 5000
const peakMiB = 256

/** Runs one phase on a service of its own, and asserts that nothing is lost and everything is as it was before. */
export async function runPhase(phase: Phase, settings: Settings): Promise<Result> {
  const started = performance.now()
  const skipped = reasonToSkip(phase, settings.s3)
  const result = skipped ? { skipped, losses: [], figures: {} } : await measure(phase, settings)
  return { name: phase.name, seconds: Math.round((performance.now() - started) / 100) / 10, ...result }
}

function reasonToSkip(phase: Phase, s3: Settings['s3']): string | undefined {
  if (phase.storage !== 'directory' && 'reason' in s3) return s3.reason
  try {
    const [program, ...args] = wrapper(
      { ...phase, mounts: phase.mounts && 'mount -t tmpfs uploads "$1"' },
      tmpdir(),
    ) ?? ['true']
    execFileSync(program as string, [...args, 'true'], { stdio: 'ignore' })
    return undefined
  } catch {
    return 'this user may not have namespaces with mounts and processes of its own'
  }
}

async function measure(phase: Phase, { bundle, s3: given, seed, minutes, seconds }: Settings) {
  const { name, mounts, env, log, preload, refusals = [503], answerMs = 2500, ends = 'never' } = phase
  const random = seededRandom(`${seed} ${name}`)
  const home = await mkdtemp(join(tmpdir(), 'soak-'))
  const [s3, folder] = [given as S3, join(home, 'uploads')]
  let service: Service
  const root = () => (mounts ? `/proc/${service.pid}/root` : '')
  const storage =
    phase.storage === 'directory'
      ? directoryStorage(folder, root)
      : s3.storage(`phase-${random.between(0, 1e9)}`, phase.storage !== 's3')
  const options: Record<string, string> = preload
    ? { NODE_OPTIONS: `--import ${preload}`, FAULT_FILE: `${folder}-fault` }
    : {}
  service = await serviceUnderTest({
    bundle,
    env: { ...storage.env, ...env, ...options },
    log,
    wrapper: wrapper(phase, folder),
  })
  // Each with choices of its own: the order of their draws depends on the machine.
  const drawn = seededRandom(`${seed} ${name}, traffic`)
  const traffic = openTraffic({ port: service.port, storage, random: drawn, refusals, answerMs, ends })
  const losses = traffic.losses
  const prober = new Worker(new URL('health-prober.ts', import.meta.url), {
    workerData: { port: service.port, reuse: phase.reuseConnection ?? false },
  })
  const figures: Record<string, number> = {}

  const terminate = async (...allowed: (number | string)[]) => {
    const start = performance.now()
    service.kill('SIGTERM')
    const end = await service.end(endMs)
    if (end === undefined) service.kill('SIGKILL')
    if (end === undefined || !allowed.includes(end))
      losses.add(`SIGTERM: ${end === undefined ? 'it still runs' : `ended with ${end}`} after ${since(start)} ms`)
    await service.end(1000)
  }
  try {
    await service.start()
    for (let count = 0; count < 20; count++) await traffic.upload()
    const idle = () => {
      if (phase.storage !== 'directory') s3.proxy.heal()
      traffic.disconnect()
    }
    idle()
    await sleep(300)
    const before = service.figures()

    prober.postMessage(true)
    traffic.start()
    const scaled = (inTwo: number, inThirty: number) =>
      Math.max(1, Math.round(inTwo + ((inThirty - inTwo) * (minutes - 2)) / 28))
    const watchHealth = (on: boolean) => prober.postMessage(on)
    const wait = (ms: number) => sleep(ms)
    const scene = { service, traffic, random, s3, folder, seconds, scaled, wait, watchHealth, terminate, figures }
    await phase.run(scene)
    await recover(traffic.upload, losses)
    await traffic.stop()
    await traffic.repeatKeys(20)
    idle()
    prober.postMessage('stop')
    const [health] = (await once(prober, 'message')) as [Health]
    for (const failure of health.failures) losses.add(failure)
    await settle(service, before, figures).catch((error: Error) => losses.add(error.message))
    traffic.compare()
    for (const line of service.lines.strange) losses.add(`the log has a line that is no JSON: ${line.slice(0, 200)}`)
    await terminate(0)
    Object.assign(figures, traffic.counts, { probes: health.probes, slowestProbeMs: health.slowestMs })
  } catch (error) {
    losses.add(`${service.hasEnded ? 'the process has ended: ' : ''}${(error as Error).message}`)
  } finally {
    await traffic.stop().catch(() => {})
    await prober.terminate()
    if (!service.hasEnded) service.kill('SIGKILL')
    rmSync(home, { recursive: true, force: true })
  }
  return { losses: [...losses], figures }
}

/** The command that gives the service its own view of mounts, or makes it process 1. */
function wrapper({ mounts, first }: Phase, folder: string): string[] | undefined {
  if (first) return ['unshare', '-r', '--pid', '--fork']
  return mounts ? ['unshare', '-rm', 'sh', '-ec', `${mounts}; shift; exec "$@"`, 'sh', folder] : undefined
}

/** After the fault, an upload has to work within five seconds. */
async function recover(upload: () => Promise<boolean>, losses: Set<string>) {
  for (const end = performance.now() + 5000; performance.now() < end; await sleep(50)) if (await upload()) return
  losses.add('no upload works five seconds after the fault')
}

/** Waits until sockets, descriptors, memory and CPU time are back; rejects with those that are not, after 10 s. */
async function settle(service: Service, before: Figures, figures: Record<string, number>) {
  for (const end = performance.now() + 10_000; ; ) {
    const load = await service.load()
    const { sockets, descriptors, rssMiB, peakMiB: peak } = service.figures()
    Object.assign(figures, { rssMiB, peakMiB: peak })
    const above = [
      sockets > before.sockets && `${sockets} sockets, ${before.sockets} before`,
      descriptors > before.descriptors && `${descriptors} descriptors, ${before.descriptors} before`,
      // A heap grows with traffic: what it keeps at rest is no leak as long as it has a limit.
      rssMiB > before.rssMiB + 160 && `${rssMiB} MiB, ${before.rssMiB} before`,
      peak > peakMiB && `${peak} MiB at its peak, ${peakMiB} allowed`,
      load > 0.1 && `${Math.round(load * 100)} % of a core while idle`,
    ].filter(Boolean)
    if (above.length === 0) return
    if (performance.now() > end) throw new Error(`not back as before: ${above.join(', ')}`)
  }
}

const since = (start: number) => Math.round(performance.now() - start)
