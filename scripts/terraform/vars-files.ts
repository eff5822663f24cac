import { access } from './access/index.ts'
import { app } from './app/index.ts'
import { awsCluster } from './aws/cluster/index.ts'
import { dns } from './aws/dns/index.ts'
import { runner } from './aws/runner/index.ts'
import { banner } from './core/banner.ts'
import { valuesChecker } from './core/check-values.ts'
import { backend } from './state/variables.ts'
import * as e2e from './vars/e2e.ts'
import * as infr from './vars/infr.ts'
import * as local from './vars/local.ts'
import * as prod from './vars/prod.ts'

/** The environments, each a module of scripts/terraform/vars: what a file has is what it exports by the name of the file's kind. */
const environments: Record<string, Partial<Record<Kind, object>>> = { e2e, infr, local, prod }

/** The kinds of file in terraform/vars, NAME.KIND.json, and whose inputs each has: Terraform warns of any other. */
const kinds = {
  tfbackend: { extension: 'tfbackend', inputs: backend },
  tfvars: { extension: 'tfvars', inputs: app.variables },
  access: { extension: 'access.tfvars', inputs: access.variables },
  cluster: { extension: 'cluster.tfvars', inputs: awsCluster.variables },
  dns: { extension: 'dns.tfvars', inputs: dns.variables },
  runner: { extension: 'runner.tfvars', inputs: runner.variables },
}

type Kind = keyof typeof kinds

/** The files of every environment: their text by their path under terraform/. */
export const varsFiles = (): Record<string, string> =>
  Object.fromEntries(
    Object.entries(environments).flatMap(([name, values]) =>
      Object.entries(kinds).flatMap(([kind, { extension }]) => {
        const text = () => JSON.stringify({ '//': banner(`vars/${name}.ts`), ...values[kind as Kind] }, null, 2)
        return kind in values ? [[`vars/${name}.${extension}.json`, `${text()}\n`]] : []
      }),
    ),
  )

/** Throws where a file of terraform/vars, written here or by hand, has values that its root does not take. */
export function checkVarsFiles(files: Record<string, string>): void {
  const problems = Object.values(kinds).flatMap(({ extension, inputs }) => {
    const check = valuesChecker(inputs)
    // The name of an environment has no dot.
    const ofKind = Object.entries(files).filter(([file]) => /[^/.]+\.(.+)\.json$/.exec(file)?.[1] === extension)
    return ofKind.flatMap(([file, text]) => check(JSON.parse(text)).map(problem => `${file}: ${problem}`))
  })
  if (problems.length > 0) throw new Error(problems.join('\n'))
}
