import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { smoke } from '../smoke/smoke.ts'
import type { openApp, Planned } from './app.ts'
import { changedNothing, explain } from './explain.ts'
import { podReasons } from './pod-reasons.ts'

export type Outcome = 'released' | 'unchanged' | 'went back' | 'failed'

type Settings = {
  app: ReturnType<typeof openApp>
  /** The image to release, or a saved plan that has it. */
  wanted: { image: string } | { plan: string }
  /** How the cluster is reached, to ask it for the pods' reasons. */
  env?: NodeJS.ProcessEnv
  dryRun?: boolean
  waitSeconds?: number
  signal: AbortSignal
  say: (line: string) => void
}

/**
 * Applies `app` with an image, asks the service through its load balancer, and when either fails applies the image that ran
 * before: always by Terraform, never in a second way.
 */
export async function release({
  app,
  wanted,
  env,
  dryRun,
  waitSeconds = 300,
  signal,
  say,
}: Settings): Promise<Outcome> {
  const scratch = mkdtempSync(join(tmpdir(), 'release-'))
  try {
    await app.init()
    const before = await app.outputs()
    const plan = 'plan' in wanted ? wanted.plan : join(scratch, 'plan')
    if ('image' in wanted) await app.plan(wanted.image, plan)
    const planned = await app.read(plan)
    say(`${before.image ?? 'nothing'} runs; ${dryRun ? 'would apply' : 'applies'} ${planned.image}`)
    if (dryRun) return 'unchanged'

    const failure = await attempt(plan, planned)
    if (!failure) return 'released'
    say(failure.text)
    if (failure.changedNothing) return 'unchanged'
    if (!before.image || before.image === planned.image) {
      say('there is no other image to go back to')
      return 'failed'
    }
    say(`goes back to ${before.image}`)
    const back = join(scratch, 'back')
    await app.plan(before.image, back)
    const second = await attempt(back, await app.read(back))
    if (second) say(second.text)
    return second ? 'failed' : 'went back'
  } finally {
    rmSync(scratch, { recursive: true, force: true })
  }

  async function attempt(plan: string, planned: Planned) {
    const { code, stderr } = await app.apply(plan)
    signal.throwIfAborted()
    if (code !== 0) {
      const pods = changedNothing(stderr) ? [] : await podReasons(planned, env).catch(({ message }) => [message])
      return { text: ['apply failed', ...explain(stderr), ...pods].join('\n'), changedNothing: changedNothing(stderr) }
    }
    const { address } = await app.outputs()
    if (!address) say('the load balancer has no address to ask')
    const problem = address && (await smoke(`http://${address}`, { signal, waitSeconds, say }))
    return problem ? { text: problem, changedNothing: false } : undefined
  }
}
