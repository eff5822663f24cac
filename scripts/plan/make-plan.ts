import { join } from 'node:path'
import { variables } from '../terraform/app/variables.ts'
import { startTerraform, terraform } from '../terraform/cli/terraform.ts'

const root = join(import.meta.dirname, '../../terraform/app')

/** What a plan is made for while nothing is deployed that it could be compared with. */
const nothingDeployed = `not-deployed@sha256:${'0'.repeat(64)}`

export type Wanted = {
  /** Names the files of terraform/vars. */
  environment: string
  /** The image that is to run; undefined for the one that is deployed. */
  image: string | undefined
  /** Whether the state stands for what there is: then neither AWS nor the cluster is asked, and no lock is taken. */
  fromState: boolean
  /** Where the plan goes. */
  file: string
  signal: AbortSignal
  say: (line: string) => void
}

/** Plans the root app; resolves to whether anything would change, and to the plan as JSON. */
export async function makePlan({ environment, image, fromState, file, signal, say }: Wanted) {
  // What is never applied needs no secret: they are write-only, and so in no plan.
  const env = fromState ? placeholders() : {}
  const run = (...words: string[]) => show(words, env, signal)
  await run('init', '-input=false', '-reconfigure', `-backend-config=../vars/${environment}.tfbackend.json`)
  const wanted = image ?? (await deployedImage()) ?? nothingDeployed
  if (wanted === nothingDeployed) say('nothing is deployed yet: the plan is of a first deployment')
  say(`plans ${environment} with ${wanted}`)
  const code = await run(
    'plan',
    '-input=false',
    '-detailed-exitcode',
    `-out=${file}`,
    `-var-file=../vars/${environment}.tfvars.json`,
    `-var=image=${wanted}`,
    ...(fromState ? ['-refresh=false', '-lock=false'] : []),
  )
  return { changed: code === 2, json: await read('show', '-json', file) }
}

function placeholders(): Record<string, string> {
  const secrets = Object.entries(variables).filter(([, input]) => 'ephemeral' in input)
  const names = secrets.map(([name]) => `TF_VAR_${name}`)
  return Object.fromEntries(names.map(name => [name, process.env[name] || 'placeholder']))
}

async function deployedImage(): Promise<string | undefined> {
  return JSON.parse(await read('output', '-json')).image?.value
}

async function read(...words: string[]): Promise<string> {
  const { code, stdout, stderr } = await terraform(root, words)
  if (code !== 0) throw new Error(`terraform ${words[0]} failed\n${stderr}`)
  return stdout
}

/** Runs terraform for people to see; resolves to 0, or to 2 where a plan has changes. */
async function show(words: string[], env: Record<string, string>, signal: AbortSignal): Promise<number> {
  signal.throwIfAborted()
  const child = startTerraform(root, words, { env })
  const { promise, resolve, reject } = Promise.withResolvers<number>()
  // Terraform ends well by itself, and gives up its lock, where it is asked once; Ctrl-C asks it too.
  const interrupt = () => child.kill('SIGTERM')
  process.once('SIGTERM', interrupt)
  child.stdin.end()
  child.stdout.pipe(process.stdout, { end: false })
  child.stderr.pipe(process.stderr, { end: false })
  child.on('error', () => reject(new Error('terraform is not on PATH; install 1.11 or newer')))
  child.on('close', code => {
    process.off('SIGTERM', interrupt)
    if (code === 0 || code === 2) resolve(code)
    else reject(new Error(`terraform ${words[0]} failed; what it says is above`))
  })
  return promise
}
