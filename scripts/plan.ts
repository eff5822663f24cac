import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join, relative, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { print, readOptions, say } from './command.ts'
import { checkPolicies } from './plan/check-policies.ts'
import { countChanges } from './plan/count-changes.ts'
import { makePlan } from './plan/make-plan.ts'
import { interrupted } from './system/interrupted.ts'

const help = `npm run plan -- ENV (--image IMAGE | --deployed) [OPTIONS]

Plans the root app for an environment, ENV being a name in terraform/vars, and holds the plan to the policies of checkov,
but for those that .checkov.yaml waives. Changes nothing, and takes no lock.

  --image IMAGE   the image that is to run, by its digest
  --deployed      the image that runs now, as the state says; such a plan is for reading, and no app.tfplan is left
  --from-state    takes the state for what there is: needs no cluster and no secret, and asks AWS for the state alone
  --expect-none   fails where anything would change: reality has drifted
  --out FOLDER    where it goes, dist/plan unless said: app.tfplan, app.tfplan.json, terraform.json (GitLab's report),
                  policies.xml (JUnit)
  --help          prints this

Exit codes: 0 planned, 1 failed, or against a policy, or drifted, 2 wrong options, 130 interrupted.
`

const tree = join(import.meta.dirname, '..')
const signal = interrupted()

try {
  process.exitCode = await main(signal)
} catch (error) {
  process.exitCode = signal.aborted ? 130 : 1
  say(signal.aborted ? 'interrupted' : `plan: ${(error as Error).message}`)
}

async function main(signal: AbortSignal) {
  const chosen = options()
  if (!chosen) return 2
  const { environment, out, image, values } = chosen
  if (values.help) return print(help)
  const [file, json, report, policies] = ['app.tfplan', 'app.tfplan.json', 'terraform.json', 'policies.xml'].map(name =>
    join(out, name),
  ) as [string, string, string, string]

  mkdirSync(out, { recursive: true })
  const { changed, plan } = await makePlan({ environment, image, fromState: values['from-state'], file, signal, say })
  if (values.deployed) rmSync(file)
  const counts = countChanges(plan)
  writeFileSync(json, JSON.stringify(plan))
  writeFileSync(report, `${JSON.stringify(counts)}\n`)
  const keepsPolicies = await checkPolicies({ plan: json, report: policies, signal, say })
  signal.throwIfAborted()

  const changes = `${counts.create} to create, ${counts.update} to update, ${counts.delete} to delete`
  print(`plan    ${relative('', values.deployed ? json : file)}: ${changes}\n`)
  if (!keepsPolicies)
    throw new Error('it breaks the policies above: mend it, or waive one in .checkov.yaml with the reason beside it')
  if (values['expect-none'] && changed)
    throw new Error(`${environment} has drifted from what is committed and deployed: what would set it right is above`)
  return 0
}

function options() {
  return readOptions('plan', () => {
    const flag = { type: 'boolean', default: false } as const
    const { positionals, values } = parseArgs({
      options: {
        image: { type: 'string' },
        deployed: flag,
        'from-state': flag,
        'expect-none': flag,
        out: { type: 'string', default: 'dist/plan' },
        help: flag,
      },
      allowPositionals: true,
    })
    const [environment = '', ...more] = positionals
    if (!values.help) {
      if (!environment || more.length > 0) throw new Error('one environment has to be named, such as infr')
      if (!existsSync(join(tree, `terraform/vars/${environment}.tfvars.json`)))
        throw new Error(`there is no terraform/vars/${environment}.tfvars.json; npm run terraform writes it`)
      if (values.deployed === Boolean(values.image)) throw new Error('give either --image IMAGE or --deployed')
      if (values['from-state'] && values.image) throw new Error('--from-state goes with --deployed')
    }
    return { environment, out: resolve(values.out), image: values.image, values }
  })
}
