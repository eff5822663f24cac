import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import type { App } from '../plan/app.ts'
import { smoke } from '../smoke/smoke.ts'
import { changedNothing, explain, podReasons } from './explain.ts'
import { missingSecrets } from './preflight.ts'

export type Outcome = 'released' | 'unchanged' | 'went back' | 'failed'

type Settings = {
  app: App
  /** The image to release, or the file of a saved plan that has it. */
  wanted: { image: string } | { plan: string }
  /** Has the secrets of a saved plan, and how to reach the cluster, to ask it why pods do not run. */
  env?: NodeJS.ProcessEnv
  dryRun?: boolean
  /** Throws unless an image may be deployed, which must be of the commit if one is given; without it, any may. */
  verify?: (image: string, commit?: string) => Promise<void>
  signal: AbortSignal
  say: (line: string) => void
}

type Service = { name: string; namespace: string }

/**
 * Applies `app` with an image and tests the service through its load balancer. If either fails, applies the image that
 * ran before. Only Terraform changes anything.
 */
export async function release(settings: Settings): Promise<Outcome> {
  const { app, wanted, env = process.env, dryRun, verify = async () => {}, signal, say } = settings
  const scratch = mkdtempSync(join(tmpdir(), 'release-'))
  let hasBegun = false
  try {
    await app.init()
    const before = (await app.outputs()).image
    const plan = 'plan' in wanted ? wanted.plan : join(scratch, 'plan')
    if ('image' in wanted) {
      await verify(wanted.image, env.CI_COMMIT_SHA)
      await app.plan(wanted.image, plan)
    }
    const { variables } = await app.show(plan)
    if ('plan' in wanted) {
      checkSaved(variables, app.values, env)
      await verify(variables.image.value, env.CI_COMMIT_SHA)
    }
    const service = { image: variables.image.value, name: variables.name.value, namespace: variables.namespace.value }
    say(`${before ?? 'nothing'} runs; ${dryRun ? 'would apply' : 'applies'} ${service.image}`)
    if (dryRun) return 'unchanged'

    // Verified now: without its registry an apply fails, and then the image from before could not be verified either.
    const another = before !== service.image ? before : undefined
    const refusal = another && (await verify(another).catch(({ message }) => message as string))
    signal.throwIfAborted()
    if (refusal) say(`there is no way back: ${refusal}`)

    const outcome = await attempt(plan, service)
    if (outcome !== 'failed') return outcome
    if (!another || refusal) {
      say('there is no other image to go back to')
      return 'failed'
    }
    say(`goes back to ${another}`)
    const back = join(scratch, 'back')
    await app.plan(another, back)
    return (await attempt(back, service)) === 'released' ? 'went back' : 'failed'
  } catch (error) {
    signal.throwIfAborted()
    // Before the first apply nothing has changed. After it, nobody knows what runs.
    if (!hasBegun) throw error
    say((error as Error).message)
    return 'failed'
  } finally {
    rmSync(scratch, { recursive: true, force: true })
  }

  /** Applies a plan and tests the service; says what is wrong. */
  async function attempt(plan: string, service: Service): Promise<Outcome> {
    hasBegun = true
    const { code, stderr } = await app.apply(plan)
    if (code !== 0) {
      for (const line of explain(stderr)) say(line)
      if (changedNothing(stderr)) return 'unchanged'
      for (const line of await podReasons(service, env).catch(({ message }) => [message])) say(line)
      return 'failed'
    }
    const { url, address } = await app.outputs()
    if (!url) say('the load balancer has no address yet, so the service was not tested')
    // A new load balancer of a cloud takes minutes to answer at all, and DNS may not lead to it yet.
    const problem = url && (await smoke(url, { connect: address, signal, waitSeconds: 300, say }))
    if (problem) say(problem)
    return problem ? 'failed' : 'released'
  }
}

/**
 * Throws unless a saved plan was made with the values of this environment, and its secrets are set here: a plan does not
 * keep them. Without them Terraform changes nothing, but OpenTofu begins to apply.
 */
function checkSaved(
  planned: Record<string, { value: unknown }>,
  { '//': _, ...values }: Record<string, unknown>,
  env: NodeJS.ProcessEnv,
) {
  const foreign = Object.keys(values).filter(name => !isDeepStrictEqual(planned[name]?.value, values[name]))
  if (foreign.length > 0)
    throw new Error(`the plan is not of this environment, or its values have changed since: ${foreign.join(', ')}`)
  const missing = missingSecrets(Object.fromEntries(Object.entries(planned).map(([name, of]) => [name, of.value])), env)
  if (missing.length > 0) throw new Error(`the plan needs what was set when it was made\n${missing.join('\n')}`)
}
