import { spawnSync } from 'node:child_process'
import { hash } from 'node:crypto'
import { mkdirSync, mkdtempSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { waitUntil } from '../system/wait-until.ts'
import type { Faults, S3 } from './s3.ts'
import { openService, type Service } from './service.ts'
import { openTraffic, type Traffic } from './traffic.ts'

/** What a phase works with. */
export type Lab = {
  service: Service
  traffic: Traffic
  random: Random
  s3: S3
  /** The folder of uploads without S3. */
  folder: string
  /** How long a fault lasts that has no count. */
  seconds: number
  /** How many of something: this many in two minutes, and so many in thirty. */
  scaled: (inTwo: number, inThirty: number) => number
  /** Waits; rejects on Ctrl-C. */
  wait: (ms: number) => Promise<void>
  lost: (what: string) => void
  /** For the table. */
  figures: Record<string, number>
}

export type Phase = {
  /** Uploads go to S3, with these faults between. Without it they go to a folder. */
  s3?: Faults
  /** Statuses of uploads beside 200; 503 if not set. */
  refusals?: readonly number[]
  /** A command that runs its arguments as the service, in a world of its own. */
  wrapper?: readonly string[]
  /** Injects another fault, and ends it. Waits if not set. */
  run?: (lab: Lab) => Promise<unknown>
}
/** Phases by their names. */
export type Phases = Record<string, Phase>

export type Settings = {
  s3: S3 | { reason: string }
  /** A folder, removed in the end. */
  home: string
  seed: number
  minutes: number
  seconds: number
  signal: AbortSignal
}
/** Without losses, the phase passed. */
type Result = { skipped?: string; losses: string[]; figures: Record<string, number> }

/** Runs one phase on a service of its own, and asserts that nothing is lost and everything is as it was before. */
export async function runPhase(name: string, phase: Phase, bundle: string, settings: Settings): Promise<Result> {
  const { s3: faults, refusals = [503], wrapper = [], run = ({ wait }) => wait(seconds * 1000) } = phase
  const { home, seed, minutes, seconds, signal } = settings
  const losses = new Set<string>()
  const lost = (what: string) => losses.add(what.slice(0, 400))
  const figures: Lab['figures'] = {}
  const skip = (skipped: string): Result => ({ skipped, losses: [], figures })
  if (faults && 'reason' in settings.s3) return skip(settings.s3.reason)
  const s3 = settings.s3 as S3
  const folder = join(mkdtempSync(join(home, 'phase-')), 'uploads')
  mkdirSync(folder)
  const bucket = faults && s3.createBucket()
  const env = bucket?.env ?? { STAGING: `file:${folder}` }
  // Tried with a command that does nothing: namespaces may be forbidden here.
  const [program = 'env', ...args] = wrapper
  const { error, status, stderr } = spawnSync(program, [...args, 'true'], { env: { ...process.env, ...env } })
  if (status !== 0) return skip(`not possible here: ${error?.message ?? String(stderr).trim()}`)

  const service = await openService({ bundle, env, wrapper, lost })
  const root = () => (wrapper.includes('--mount') ? `/proc/${service.pid}/root` : '')
  const traffic = openTraffic({
    service,
    // Choices of its own: the order of these draws depends on the machine.
    random: seeded(`${seed} ${name}, traffic`),
    folder: () => bucket?.folder ?? root() + folder,
    refusals,
    lost,
  })
  const lab: Lab = {
    ...{ service, traffic, s3, folder, seconds, lost, figures },
    random: seeded(`${seed} ${name}`),
    scaled: (inTwo, inThirty) => Math.max(1, Math.round(inTwo + ((inThirty - inTwo) * (minutes - 2)) / 28)),
    wait: ms => sleep(ms, undefined, { signal }),
  }
  try {
    await service.start()
    await Promise.all(Array.from({ length: 20 }, () => traffic.uploadSurely()))
    await traffic.stop()
    const before = await service.figures()
    traffic.start()
    // Choices of its own, too: it draws in the order of arrival.
    if (faults) s3.inject(faults, seeded(`${seed} ${name}, faults`))
    await run(lab)
    if (faults) figures.faults = s3.heal()
    await traffic.uploadSurely()
    await traffic.stop()
    await traffic.compare()
    // Closes the connections that this opened.
    if (faults) s3.heal()
    Object.assign(figures, traffic.counts, await waitUntil(() => asBefore(service, before), { seconds: 10 }))
    await service.terminate(0)
  } catch (error) {
    signal.throwIfAborted()
    lost((error as Error).message)
  } finally {
    await service.kill('SIGKILL')
    await traffic.stop().catch(({ message }) => lost(message))
  }
  return { losses: [...losses], figures }
}

/** Throws if the service uses more than before; a heap may be larger, as long as it has a limit. */
async function asBefore(service: Service, before: Awaited<ReturnType<Service['figures']>>) {
  const now = await service.figures()
  const isBack = now.descriptors <= before.descriptors && now.memoryMiB <= before.memoryMiB + 160
  if (isBack && now.peakMiB <= 256 && now.cpu <= 0.1) return now
  throw new Error(`not back as before: ${JSON.stringify(now)}, before: ${JSON.stringify(before)}`)
}

export type Random = ReturnType<typeof seeded>

/** Random choices that depend on the seed alone. */
function seeded(seed: string) {
  let count = 0
  const next = () => hash('sha256', `${seed} ${count++}`, 'buffer').readUInt32LE() / 2 ** 32
  /** A whole number: at least `from`, less than `to`. */
  const between = (from: number, to: number) => from + Math.floor(next() * (to - from))
  const pick = <T>(list: readonly T[]) => list[between(0, list.length)] as T
  return { next, between, pick, name: () => `name ${between(0, 1e9)}` }
}
