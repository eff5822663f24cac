import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { startTerraform } from '../terraform/cli/terraform.ts'

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
  /** Runs terraform to its end. An interrupt is passed on, once: then it ends well by itself, and gives up its lock. */
  async function run(words: string[], isShown: boolean) {
    signal.throwIfAborted()
    // A folder of its own for each environment, or one's values could be planned against another's state.
    const own = { TF_DATA_DIR: `.terraform-${environment}`, ...env }
    const child = startTerraform(join(tree, 'app'), words, { env: own, detached: true })
    const interrupt = () => child.kill('SIGINT')
    signal.addEventListener('abort', interrupt)
    const read = { stdout: '', stderr: '' }
    for (const name of ['stdout', 'stderr'] as const)
      child[name].setEncoding('utf8').on('data', text => {
        read[name] += text
        if (isShown || name === 'stderr') process.stderr.write(text)
      })
    child.stdin.end()
    const { promise, resolve, reject } = Promise.withResolvers<number | null>()
    child.on('error', () => reject(new Error('terraform is not on PATH; install 1.11 or newer'))).on('close', resolve)
    const code = await promise.finally(() => signal.removeEventListener('abort', interrupt))
    signal.throwIfAborted()
    return { code, ...read }
  }

  async function read(...words: string[]): Promise<string> {
    const { code, stdout } = await run(words, false)
    if (code !== 0) throw new Error(`terraform ${words[0]} failed: see above`)
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
      const { code } = await run(words, true)
      if (code !== 0 && code !== 2) throw new Error('terraform plan failed: see above')
      return code === 2
    },
    /** A saved plan. */
    show: async (file: string) => JSON.parse(await read('show', '-json', file)),
    /** The values that every plan for this environment has. */
    values: JSON.parse(readFileSync(join(tree, `vars/${environment}.tfvars.json`), 'utf8')),
    /** Applies a saved plan, whatever comes of it. */
    apply: (file: string) => run(['apply', '-input=false', file], true),
  }
}
