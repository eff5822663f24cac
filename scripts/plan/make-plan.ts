import { variables } from '../terraform/app/variables.ts'
import { openApp } from './open-app.ts'

/** What a plan is made for while nothing is deployed that it could be compared with. */
const nothingDeployed = `not-deployed@sha256:${'0'.repeat(64)}`

export type Wanted = {
  /** Names the files of terraform/vars. */
  environment: string
  /** The image that is to run; undefined for the one that is deployed. */
  image: string | undefined
  /** Whether the state stands for what there is: then neither AWS nor the cluster is asked. */
  fromState: boolean
  /** Where the plan goes. */
  file: string
  signal: AbortSignal
  say: (line: string) => void
}

/** Plans the root app; resolves to the plan, and to whether anything would change. */
export async function makePlan({ environment, image, fromState, file, signal, say }: Wanted) {
  // What is never applied needs no secret: they are write-only, and so in no plan.
  const app = openApp({ environment, env: fromState ? placeholders() : {}, signal })
  await app.init()
  const wanted = image ?? (await app.outputs()).image ?? nothingDeployed
  if (wanted === nothingDeployed) say('nothing is deployed yet: the plan is of a first deployment')
  say(`plans ${environment} with ${wanted}`)
  // Without a lock, which takes a right to write: an apply in between makes the plan stale, and a stale one is refused.
  const changed = await app.plan(wanted, file, '-lock=false', ...(fromState ? ['-refresh=false'] : []))
  return { changed, plan: await app.show(file) }
}

function placeholders(): Record<string, string> {
  const secrets = Object.entries(variables).filter(([, input]) => 'ephemeral' in input)
  const names = secrets.map(([name]) => `TF_VAR_${name}`)
  return Object.fromEntries(names.map(name => [name, process.env[name] || 'placeholder']))
}
