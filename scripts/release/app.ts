import { join } from 'node:path'
import { startTerraform } from '../terraform/cli/terraform.ts'

export type Outputs = { image?: string; address?: string }
/** What a saved plan is about. */
export type Planned = { image: string; name: string; namespace: string }

type Settings = {
  /** The folder terraform/, and the name of an environment in its vars. */
  tree: string
  environment: string
  /** More arguments for init and plan than the environment's files. */
  backend?: string[]
  inputs?: string[]
  env?: Record<string, string>
  signal: AbortSignal
}

/** The root `app` of one environment, as the commands of terraform that a release takes. */
export function openApp({ tree, environment, backend = [], inputs = [], env = {}, signal }: Settings) {
  /** Runs terraform to its end; its output on our stderr unless it is read, an interrupt passed on once, so that it ends well. */
  async function run(words: string[], { isRead = false } = {}) {
    signal.throwIfAborted()
    const child = startTerraform(join(tree, 'app'), words, { env, detached: true })
    const interrupt = () => child.kill('SIGINT')
    signal.addEventListener('abort', interrupt)
    const read = { stdout: '', stderr: '' }
    for (const name of ['stdout', 'stderr'] as const)
      child[name].setEncoding('utf8').on('data', text => {
        read[name] += text
        if (!isRead || name === 'stderr') process.stderr.write(text)
      })
    child.stdin.end()
    const { promise, resolve, reject } = Promise.withResolvers<number>()
    child.on('error', reject).on('close', code => resolve(code ?? 1))
    const code = await promise.finally(() => signal.removeEventListener('abort', interrupt))
    return { code, ...read }
  }

  async function succeed(words: string[], options?: { isRead: boolean }) {
    const { code, stdout, stderr } = await run(words, options)
    signal.throwIfAborted()
    if (code !== 0) throw new Error(`terraform ${words[0]} failed${stderr ? ': see above' : ''}`)
    return stdout
  }

  return {
    /** For this environment, whichever was the last one here. */
    init: () =>
      succeed(
        ['init', '-input=false', '-reconfigure', `-backend-config=../vars/${environment}.tfbackend.json`, ...backend],
        {
          isRead: true,
        },
      ),
    plan: (image: string, file: string) =>
      succeed([
        'plan',
        '-input=false',
        `-var-file=../vars/${environment}.tfvars.json`,
        `-var=image=${image}`,
        ...inputs,
        `-out=${file}`,
      ]),
    async outputs(): Promise<Outputs> {
      const outputs = JSON.parse(await succeed(['output', '-json'], { isRead: true }))
      return { image: outputs.image?.value, address: outputs.address?.value }
    },
    async read(file: string): Promise<Planned> {
      const { variables } = JSON.parse(await succeed(['show', '-json', file], { isRead: true }))
      return { image: variables.image.value, name: variables.name.value, namespace: variables.namespace.value }
    },
    apply: (file: string) => run(['apply', '-input=false', file]),
  }
}
