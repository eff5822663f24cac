import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { WrongUse } from '../system/command.ts'
import { lockFile, program, registry, terraform } from '../system/terraform.ts'

const ours = join(import.meta.dirname, '../../terraform')

/** The name that a command is given as its one word; throws WrongUse unless terraform/vars has values for it. */
export function environmentName([environment = '', ...more]: string[]): string {
  if (!environment || more.length > 0) throw new WrongUse('name one environment, such as infr')
  if (!existsSync(join(ours, `vars/${environment}.tfvars.json`)))
    throw new WrongUse(`there is no terraform/vars/${environment}.tfvars.json; npm run terraform writes it`)
  return environment
}

/** An image for plans that need one and are never applied. */
export const placeholderImage = `placeholder@sha256:${'0'.repeat(64)}`

export type App = ReturnType<typeof openApp>

type Settings = {
  /** Name of the files in terraform/vars. */
  environment: string
  /** Another copy of terraform/ than that of this tree. */
  tree?: string
  /** Further arguments for init, and for plan. */
  backend?: string[]
  inputs?: string[]
  env?: Record<string, string>
  /** Which output of plan and apply goes to stderr. */
  show?: 'all' | 'errors'
  signal: AbortSignal
}

/** The root `app` for one environment, and what Terraform does with it. Terraform's own output goes to stderr. */
export function openApp(settings: Settings) {
  const { environment, tree = ours, backend = [], inputs = [], env = {}, show = 'all', signal } = settings
  const run = (args: string[], show: 'all' | 'errors') =>
    // Each environment has a folder of its own, or one's values could be planned against another's state.
    terraform(join(tree, 'app'), args, { env: { TF_DATA_DIR: `.terraform-${environment}`, ...env }, signal, show })

  async function read(...args: string[]): Promise<string> {
    const { code, stdout, stderr } = await run(args, 'errors')
    if (code !== 0) throw new Error(code === 127 ? stderr : `${program} ${args[0]} failed: see above`)
    return stdout
  }

  return {
    init: () => {
      // OpenTofu cannot leave a lock file of Terraform as it is: it writes its own registry into it.
      const isOurs = readFileSync(join(tree, 'app', lockFile), 'utf8').includes(`"${registry}/`)
      const lock = isOurs ? ['-lockfile=readonly'] : []
      const config = `-backend-config=../vars/${environment}.tfbackend.json`
      return read('init', '-input=false', '-reconfigure', ...lock, config, ...backend)
    },
    /** What is deployed: the image, the URL and the address of its load balancer; nothing of it if nothing is. */
    async outputs(): Promise<{ image?: string; url?: string; address?: string }> {
      const { image, url, address } = JSON.parse(await read('output', '-json'))
      return { image: image?.value, url: url?.value ?? undefined, address: address?.value ?? undefined }
    },
    /** Saves a plan; resolves to whether anything would change. */
    async plan(image: string, file: string, ...more: string[]): Promise<boolean> {
      const files = [`-out=${file}`, `-var-file=../vars/${environment}.tfvars.json`]
      const args = ['plan', '-input=false', '-detailed-exitcode', ...files, `-var=image=${image}`, ...inputs, ...more]
      const { code } = await run(args, show)
      if (code !== 0 && code !== 2) throw new Error(`${program} plan failed: see above`)
      return code === 2
    },
    /** Reads a saved plan. */
    show: async (file: string) => JSON.parse(await read('show', '-json', file)),
    /** The values that every plan for this environment has. */
    values: JSON.parse(readFileSync(join(tree, `vars/${environment}.tfvars.json`), 'utf8')),
    /** Applies a saved plan; resolves to how Terraform ended, even if it failed. */
    apply: (file: string) => run(['apply', '-input=false', file], show),
  }
}
