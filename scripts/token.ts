import { parseArgs } from 'node:util'
import { readOptions } from './command.ts'
import { makeToken } from './token/make-token.ts'

const help = `npm run token [-- OPTIONS]

Makes a token of svc-terraform at the cluster of kubectl's current context, as its administrator, and prints what Terraform
needs to be svc-terraform, for a shell:  eval "$(npm run --silent token)"
In GitLab the same three are variables of the project, the token masked and protected.

  --hours N  its life (24), which has to outlast the wait for a manual apply
  --json     prints them as JSON instead, with the time when it expires
  --dry-run  says what it would do and does nothing
  --help     prints this

A token cannot be taken back but by deleting svc-terraform. Clusters may shorten its life; what it has is told.
Exit codes: 0 done, 1 failed, 2 wrong options.
`

const chosen = options()
if (!chosen) process.exitCode = 2
else if (chosen.help) process.stdout.write(help)
else if (chosen['dry-run']) console.error(`would make a token of svc-terraform for ${chosen.hours} hours`)
else await main(chosen)

async function main({ hours, json }: { hours: number; json: boolean }) {
  try {
    const { access, expires } = await makeToken({ seconds: hours * 3600 })
    const granted = (expires.getTime() - Date.now()) / 3_600_000
    console.error(`a token for ${access.KUBE_HOST}, until ${expires.toISOString()}`)
    if (granted < hours - 0.1) console.error(`the cluster shortened its life to ${granted.toFixed(1)} hours`)
    const quote = (text: string) => `'${text.replaceAll("'", "'\\''")}'`
    const lines = Object.entries(access).map(([name, value]) => `export ${name}=${quote(value)}\n`)
    process.stdout.write(json ? `${JSON.stringify({ ...access, expires })}\n` : lines.join(''))
  } catch (error) {
    console.error(`token: ${(error as Error).message}`)
    process.exitCode = 1
  }
}

function options() {
  return readOptions('token', () => {
    const flag = { type: 'boolean', default: false } as const
    const { hours, ...flags } = parseArgs({
      options: { hours: { type: 'string', default: '24' }, json: flag, 'dry-run': flag, help: flag },
    }).values
    // Kubernetes gives none for less than ten minutes.
    if (!(Number(hours) >= 1)) throw new Error(`--hours takes a number from 1 on, not "${hours}"`)
    return { ...flags, hours: Number(hours) }
  })
}
