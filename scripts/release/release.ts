import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import type { App } from '../plan/open-app.ts'
import { smoke } from '../smoke/smoke.ts'
import { changedNothing, explain } from './explain.ts'
import { podReasons } from './pod-reasons.ts'

export type Outcome = 'released' | 'unchanged' | 'went back' | 'failed'

type Settings = {
  app: App
  /** The image to release, or a saved plan that has it. */
  wanted: { image: string } | { plan: string }
  /** How the cluster is reached, to ask it why pods do not run. */
  env?: NodeJS.ProcessEnv
  dryRun?: boolean
  /** Time for the load balancer to answer at all; new ones of a cloud take minutes. */
  waitSeconds?: number
  signal: AbortSignal
  say: (line: string) => void
}

type Service = { name: string; namespace: string }

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
  let hasBegun = false
  try {
    await app.init()
    const before = (await app.outputs()).image
    const plan = 'plan' in wanted ? wanted.plan : join(scratch, 'plan')
    if ('image' in wanted) await app.plan(wanted.image, plan)
    const { variables } = await app.show(plan)
    if ('plan' in wanted) checkEnvironment(variables, app.values)
    const service = { image: variables.image.value, name: variables.name.value, namespace: variables.namespace.value }
    say(`${before ?? 'nothing'} runs; ${dryRun ? 'would apply' : 'applies'} ${service.image}`)
    if (dryRun) return 'unchanged'

    const outcome = await attempt(plan, service)
    if (outcome !== 'failed') return outcome
    if (!before || before === service.image) {
      say('there is no other image to go back to')
      return 'failed'
    }
    say(`goes back to ${before}`)
    const back = join(scratch, 'back')
    await app.plan(before, back)
    return (await attempt(back, service)) === 'released' ? 'went back' : 'failed'
  } catch (error) {
    signal.throwIfAborted()
    // Until the first apply nothing was changed; from then on nobody knows what runs.
    if (!hasBegun) throw error
    say((error as Error).message)
    return 'failed'
  } finally {
    rmSync(scratch, { recursive: true, force: true })
  }

  /** Applies a plan and asks the service; says what is wrong. */
  async function attempt(plan: string, service: Service): Promise<Outcome> {
    hasBegun = true
    const { code, stderr } = await app.apply(plan)
    if (code !== 0) {
      for (const line of explain(stderr)) say(line)
      if (changedNothing(stderr)) return 'unchanged'
      for (const line of await podReasons(service, env).catch(({ message }) => [message])) say(line)
      return 'failed'
    }
    const { url } = await app.outputs()
    if (!url) say('the load balancer has no address yet, so nothing was asked')
    const problem = url && (await smoke(url, { signal, waitSeconds, say }))
    if (problem) say(problem)
    return problem ? 'failed' : 'released'
  }
}

/** A saved plan is applied where it was made for, whatever environment is named beside it. */
function checkEnvironment(
  planned: Record<string, { value: unknown }>,
  { '//': _, ...values }: Record<string, unknown>,
) {
  const foreign = Object.keys(values).filter(name => !isDeepStrictEqual(planned[name]?.value, values[name]))
  if (foreign.length > 0)
    throw new Error(`the plan is not of this environment, or its values have changed since: ${foreign.join(', ')}`)
}
