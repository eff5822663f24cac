import { parseArgs } from 'node:util'
import { readOptions } from './command.ts'
import { smoke } from './smoke/smoke.ts'
import { interrupted } from './system/interrupted.ts'

const help = `npm run smoke -- URL [OPTIONS]

Asks all endpoints of a service that runs, as handlers/postman.json has them, and prints each answer with its time.
URL is an origin, such as http://localhost:4545. One number is uploaded, as an object that stays.

  --wait SECONDS  how long to wait until it answers at all (10; a new load balancer of a cloud takes minutes)
  --help          prints this

Exit codes: 0 all answers are right, 1 some are not, 2 wrong options, 130 interrupted.
`

const signal = interrupted()

const chosen = options()
if (!chosen) process.exitCode = 2
else if (chosen.help) process.stdout.write(help)
else await main(chosen)

async function main({ origin, waitSeconds }: { origin: string; waitSeconds: number }) {
  try {
    const problem = await smoke(origin, { waitSeconds, signal, say: console.error })
    if (problem) console.error(`smoke: ${problem}`)
    process.exitCode = problem ? 1 : 0
  } catch (error) {
    console.error(signal.aborted ? 'interrupted' : `smoke: ${(error as Error).message}`)
    process.exitCode = signal.aborted ? 130 : 1
  }
}

function options() {
  return readOptions('smoke', () => {
    const { positionals, values } = parseArgs({
      options: { wait: { type: 'string', default: '10' }, help: { type: 'boolean', default: false } },
      allowPositionals: true,
    })
    const [given = '', ...more] = positionals
    const url = URL.parse(given)
    if (!values.help && (!url || !/^https?:$/.test(url.protocol) || url.href !== `${url.origin}/` || more.length))
      throw new Error(`"${positionals.join(' ')}" is not one origin, such as http://localhost:4545`)
    if (!/^\d+$/.test(values.wait)) throw new Error(`--wait takes seconds, not "${values.wait}"`)
    return { origin: url?.origin ?? '', waitSeconds: Number(values.wait), help: values.help }
  })
}
