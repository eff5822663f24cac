import { app } from './app/index.ts'
import { dns } from './aws/dns/index.ts'
import { runner } from './aws/runner/index.ts'
import { banner } from './core/banner.ts'
import { valuesChecker } from './core/check-values.ts'
import { backend } from './state/variables.ts'
import * as e2e from './vars/e2e.ts'
import * as infr from './vars/infr.ts'
import * as local from './vars/local.ts'
import * as prod from './vars/prod.ts'

const environments: Record<string, Partial<Record<keyof typeof kinds, object>>> = { e2e, infr, local, prod }

/** The kinds of file in terraform/vars: how each ends, and whose inputs it has. */
const kinds = {
  tfvars: ['tfvars.json', app.variables],
  tfbackend: ['tfbackend.json', backend],
  dns: ['dns.tfvars.json', dns.variables],
  runner: ['runner.tfvars.json', runner.variables],
} as const

/** The files of every environment: their text by their path under terraform/. */
export const varsFiles = (): Record<string, string> =>
  Object.fromEntries(
    Object.entries(environments).flatMap(([name, values]) =>
      Object.entries(kinds)
        .filter(([kind]) => kind in values)
        .map(([kind, [end]]) => [
          `vars/${name}.${end}`,
          `${JSON.stringify({ '//': banner(`vars/${name}.ts`), ...values[kind as keyof typeof kinds] }, null, 2)}\n`,
        ]),
    ),
  )

/** Throws where a file of terraform/vars, written here or by hand, has values that its root does not take. */
export function checkVarsFiles(files: Record<string, string>): void {
  const problems = Object.values(kinds).flatMap(([end, inputs]) => {
    const check = valuesChecker(inputs)
    // No environment has a dot in its name, so that what follows the first one is the kind.
    const ofKind = Object.entries(files).filter(([file]) => /\/vars\/[^./]+\.(.+)$/.exec(file)?.[1] === end)
    return ofKind.flatMap(([file, text]) => check(JSON.parse(text)).map(problem => `${file}: ${problem}`))
  })
  if (problems.length > 0) throw new Error(problems.join('\n'))
}
