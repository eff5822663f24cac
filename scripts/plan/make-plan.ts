import { verifyImage } from '../release/verify-image.ts'
import { app as root } from '../terraform/app.ts'
import { openApp, placeholderImage } from './app.ts'

type Settings = {
  /** Name of the files in terraform/vars. */
  environment: string
  /** The image to deploy; undefined for the one that is deployed. */
  image: string | undefined
  /** Whether to take the state for what there is: then the cluster is not asked, and AWS only for a certificate. */
  fromState: boolean
  /** File to save the plan to. */
  file: string
  signal: AbortSignal
  say: (line: string) => void
}

/** Plans the root app for an image that is trusted; resolves to the plan, and to whether anything would change. */
export async function makePlan({ environment, image, fromState, file, signal, say }: Settings) {
  // A plan that is never applied needs no secrets: they are write-only, and so in no plan.
  const app = openApp({ environment, env: fromState ? placeholders() : {}, signal })
  await app.init()
  const wanted = image ?? (await app.outputs()).image ?? placeholderImage
  if (wanted === placeholderImage) say('nothing is deployed yet: this plans a first deployment')
  // In a pipeline, a new image is of its commit. What is deployed may be of an earlier one.
  else await verifyImage(wanted, { commit: image && process.env.CI_COMMIT_SHA, signal, say })
  say(`plans ${environment} with ${wanted}`)
  // A lock would need write access. If an apply comes in between, the plan is stale, and Terraform refuses it.
  const changed = await app.plan(wanted, file, '-lock=false', ...(fromState ? ['-refresh=false'] : []))
  return { changed, plan: await app.show(file) }
}

function placeholders(): Record<string, string> {
  const secrets = Object.entries(root.variables).filter(([, input]) => 'ephemeral' in input)
  const names = secrets.map(([name]) => `TF_VAR_${name}`)
  return Object.fromEntries(names.map(name => [name, process.env[name] || 'placeholder']))
}

type Plan = { resource_changes?: { change: { actions: string[] } }[] }

/** GitLab's Terraform report of a plan of `terraform show -json`. A replaced resource counts as created and deleted. */
export function countChanges({ resource_changes = [] }: Plan) {
  const count = (action: string) => resource_changes.filter(({ change }) => change.actions.includes(action)).length
  return { create: count('create'), update: count('update'), delete: count('delete') }
}
