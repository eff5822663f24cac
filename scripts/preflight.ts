import { parseArgs } from 'node:util'
import { preflight } from './terraform/cli/preflight.ts'

const help = `npm run preflight -- ENV [--image IMAGE]

Says within seconds what would keep terraform from applying the root app to an environment, ENV being a name in
terraform/vars: a program, an input, a secret, the cluster; each with the way out. Changes nothing.
  --image  the image that is to run; else that of TF_VAR_image

Exit codes: 0 nothing is missing, 1 something is, 2 wrong options.
`

try {
  const { positionals, values } = parseArgs({
    options: { image: { type: 'string' }, help: { type: 'boolean', default: false } },
    allowPositionals: true,
  })
  if (values.help) process.stdout.write(help)
  else if (positionals.length !== 1) throw new Error('one environment has to be named, such as infr')
  else await run(positionals[0] as string, values.image)
} catch (error) {
  console.error(`preflight: ${(error as Error).message}\nnpm run preflight -- --help tells the options`)
  process.exitCode = 2
}

async function run(name: string, image?: string) {
  const problems = await preflight(name, image ? { image } : {})
  for (const problem of problems) console.error(problem)
  if (problems.length === 0) console.log('nothing is missing')
  process.exitCode = problems.length > 0 ? 1 : 0
}
