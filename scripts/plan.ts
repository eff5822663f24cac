import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join, relative, resolve } from 'node:path'
import { environmentName } from './plan/app.ts'
import { countChanges, makePlan } from './plan/make-plan.ts'
import { brokenPolicies, checkPolicies } from './plan/policies.ts'
import { command, print, say, WrongUse } from './system/command.ts'

await command('plan', {
  help: `npm run plan -- ENV (--image IMAGE | --deployed) [OPTIONS]

Plans the root app for the environment ENV, a name in terraform/vars, and checks the plan against checkov's policies,
except those that .checkov.yaml waives. Changes nothing and takes no lock. Before, it verifies with cosign that this
project's pipeline has built and signed the image; IMAGE_VERIFICATION=off plans any.

  --image IMAGE   plans a deployment of this image, given by its digest
  --deployed      plans with the image that is deployed, by the state; for reading only: keeps no app.tfplan
  --from-state    takes the state for what there is: needs neither cluster nor secrets; reads only state,
                  certificate and signature
  --expect-none   fails if anything would change: then reality has drifted
  --out FOLDER    writes there (dist/plan): app.tfplan, app.tfplan.json, terraform.json (GitLab's report),
                  policies.xml (JUnit)
  --help          prints this

Exit codes: 0 planned, 1 failed, or broke a policy, or drifted, 2 wrong options, 130 interrupted.
`,
  options: {
    image: { type: 'string' },
    deployed: { type: 'boolean' },
    'from-state': { type: 'boolean', default: false },
    'expect-none': { type: 'boolean' },
    out: { type: 'string', default: 'dist/plan' },
  },
  positionals: true,
  async run({ values, positionals }, signal) {
    const environment = environmentName(positionals)
    const { image, deployed, 'from-state': fromState } = values
    if (Boolean(deployed) === Boolean(image)) throw new WrongUse('give either --image IMAGE or --deployed')
    if (fromState && image) throw new WrongUse('--from-state goes with --deployed')
    const out = (name: string) => join(resolve(values.out), name)
    const [file, json] = [out('app.tfplan'), out('app.tfplan.json')]

    mkdirSync(values.out, { recursive: true })
    const { changed, plan } = await makePlan({ environment, image, fromState, file, signal, say })
    if (deployed) rmSync(file)
    const counts = countChanges(plan)
    writeFileSync(json, JSON.stringify(plan))
    writeFileSync(out('terraform.json'), `${JSON.stringify(counts)}\n`)
    const keepsPolicies = await checkPolicies({ plans: [json], report: out('policies.xml'), signal, say })
    signal.throwIfAborted()

    const changes = `${counts.create} to create, ${counts.update} to update, ${counts.delete} to delete`
    print(`plan    ${relative('', deployed ? json : file)}: ${changes}`)
    if (!keepsPolicies)
      throw new Error(`${brokenPolicies}: correct it, or waive them in .checkov.yaml and say why there`)
    if (values['expect-none'] && changed)
      throw new Error(`${environment} has drifted from what is committed and deployed: the plan above would correct it`)
  },
})
