import { access } from './access.ts'
import { app } from './app.ts'
import { awsCluster } from './aws/cluster.ts'
import { dns } from './aws/dns.ts'
import { runner } from './aws/runner.ts'
import { banner } from './core/stored-files.ts'
import { valuesChecker } from './core/variables.ts'
import { backend } from './state.ts'
import * as e2e from './vars/e2e.ts'
import * as infr from './vars/infr.ts'
import * as local from './vars/local.ts'
import * as prod from './vars/prod.ts'

/** The environments, each a file of scripts/terraform/vars. It exports the values of its files by the names below. */
const environments: Record<string, Partial<Record<Content, object>>> = { e2e, infr, local, prod }

/** The files of an environment, terraform/vars/NAME.EXTENSION.json, and the inputs that each may have. */
const contents = {
  tfbackend: { extension: 'tfbackend', variables: backend },
  tfvars: { extension: 'tfvars', variables: app.variables },
  access: { extension: 'access.tfvars', variables: access.variables },
  cluster: { extension: 'cluster.tfvars', variables: awsCluster.variables },
  dns: { extension: 'dns.tfvars', variables: dns.variables },
  runner: { extension: 'runner.tfvars', variables: runner.variables },
}

type Content = keyof typeof contents

/** The files of every environment: their text by their path under terraform/. */
export const varsFiles = (): Record<string, string> =>
  Object.fromEntries(
    Object.entries(environments).flatMap(([environment, values]) =>
      Object.entries(contents).flatMap(([name, { extension }]) => {
        const text = () =>
          JSON.stringify({ '//': banner(`vars/${environment}.ts`), ...values[name as Content] }, null, 2)
        return name in values ? [[`vars/${environment}.${extension}.json`, `${text()}\n`]] : []
      }),
    ),
  )

/** Throws where a file of terraform/vars, written here or by hand, has values that its root does not take. */
export function checkVarsFiles(files: Record<string, string>): void {
  const problems = Object.values(contents).flatMap(({ extension, variables }) => {
    const check = valuesChecker(variables)
    // The name of an environment has no dot.
    const ofKind = Object.entries(files).filter(([file]) => /[^/.]+\.(.+)\.json$/.exec(file)?.[1] === extension)
    return ofKind.flatMap(([file, text]) => check(JSON.parse(text)).map(problem => `${file}: ${problem}`))
  })
  if (problems.length > 0) throw new Error(problems.join('\n'))
}
