import { command, print, say, WrongUse } from './system/command.ts'
import { makeToken } from './token/make-token.ts'

await command('token', {
  help: `npm run token [-- OPTIONS]

Creates a token of svc-terraform in the cluster of kubectl's current context; you have to be its administrator. Prints
the variables by which Terraform becomes svc-terraform, for a shell:  eval "$(npm run --silent token)"
In GitLab, set the same variables in the project, the token masked and protected.

  --hours N  asks for a lifetime of N hours (24); it has to outlast the wait for a manual apply
  --json     prints JSON instead, with the time when the token expires
  --dry-run  says what it would do and does nothing
  --help     prints this

A token cannot be revoked, except by deleting svc-terraform. A cluster may shorten the lifetime; then it says so.
Exit codes: 0 done, 1 failed, 2 wrong options, 130 interrupted.
`,
  options: {
    hours: { type: 'string', default: '24' },
    json: { type: 'boolean' },
    'dry-run': { type: 'boolean' },
  },
  async run({ values: { json, 'dry-run': dryRun, ...values } }, signal) {
    const hours = Number(values.hours)
    // Kubernetes creates no token for less than ten minutes.
    if (!(hours >= 1)) throw new WrongUse(`--hours takes a number, at least 1, not "${values.hours}"`)
    if (dryRun) return say(`would create a token of svc-terraform for ${hours} hours`)

    const { identity, expires } = await makeToken({ seconds: hours * 3600, signal })
    const granted = (expires.getTime() - Date.now()) / 3_600_000
    say(`a token for ${identity.KUBE_HOST}, until ${expires.toISOString()}`)
    if (granted < hours - 0.1) say(`the cluster shortened its lifetime to ${granted.toFixed(1)} hours`)
    const quote = (text: string) => `'${text.replaceAll("'", "'\\''")}'`
    const lines = Object.entries(identity).map(([name, value]) => `export ${name}=${quote(value)}\n`)
    print(json ? JSON.stringify({ ...identity, expires }) : lines.join(''))
  },
})
