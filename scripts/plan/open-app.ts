import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { terraform } from '../system/terraform.ts'

export type App = ReturnType<typeof openApp>

type Settings = {
  /** Names the files of terraform/vars. */
  environment: string
  /** The folder terraform/, where another copy of it is meant. */
  tree?: string
  /** What init and plan are told beside the files of the environment. */
  backend?: string[]
  inputs?: string[]
  env?: Record<string, string>
  signal: AbortSignal
}

const ours = join(import.meta.dirname, '../../terraform')

/** The root `app` for one environment, and what terraform does with it; what it says goes to stderr. */
export function openApp({ environment, tree = ours, backend = [], inputs = [], env = {}, signal }: Settings) {
  /** Runs terraform to its end; what it prints goes to stderr, or its errors alone. */
  const run = (words: string[], show: 'all' | 'errors') =>
    // A folder of its own for each environment, or one's values could be planned against another's state.
    terraform(join(tree, 'app'), words, { env: { TF_DATA_DIR: `.terraform-${environment}`, ...env }, signal, show })

  async function read(...words: string[]): Promise<string> {
    const { code, stdout, stderr } = await run(words, 'errors')
    if (code !== 0) throw new Error(code === 127 ? stderr : `terraform ${words[0]} failed: see above`)
    return stdout
  }

  /** What is deployed; nothing of it where nothing is. */
  async function outputs(): Promise<{ image?: string; url?: string }> {
    const { image, url } = JSON.parse(await read('output', '-json'))
    return { image: image?.value, url: url?.value ?? undefined }
  }

  return {
    init: () =>
      read('init', '-input=false', '-reconfigure', `-backend-config=../vars/${environment}.tfbackend.json`, ...backend),
    outputs,
    /** Saves a plan; resolves to whether anything would change. */
    async plan(image: string, file: string, ...more: string[]): Promise<boolean> {
      const files = [`-out=${file}`, `-var-file=../vars/${environment}.tfvars.json`]
      const words = ['plan', '-input=false', '-detailed-exitcode', ...files, `-var=image=${image}`, ...inputs, ...more]
      const { code } = await run(words, 'all')
      if (code !== 0 && code !== 2) throw new Error('terraform plan failed: see above')
      return code === 2
    },
    /** A saved plan. */
    show: async (file: string) => JSON.parse(await read('show', '-json', file)),
    /** The values that every plan for this environment has. */
    values: JSON.parse(readFileSync(join(tree, `vars/${environment}.tfvars.json`), 'utf8')),
    /** Applies a saved plan, whatever comes of it. */
    apply: (file: string) => run(['apply', '-input=false', file], 'all'),
  }
}
