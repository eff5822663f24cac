import { app } from './app/index.ts'
import { banner } from './core/banner.ts'
import { valuesChecker } from './core/check-values.ts'
import { backend } from './state/variables.ts'
import * as e2e from './vars/e2e.ts'
import * as infr from './vars/infr.ts'
import * as local from './vars/local.ts'

const environments = { e2e, infr, local }

/** The kinds of file in terraform/vars, and whose inputs each has. */
const kinds = { '.tfvars.json': app.variables, '.tfbackend.json': backend }

/** The files of every environment: their text by their path under terraform/. */
export const varsFiles = (): Record<string, string> =>
  Object.fromEntries(
    Object.entries(environments).flatMap(([name, { tfvars, tfbackend }]) =>
      Object.entries({ '.tfvars.json': tfvars, '.tfbackend.json': tfbackend }).map(([kind, values]) => [
        `vars/${name}${kind}`,
        `${JSON.stringify({ '//': banner(`vars/${name}.ts`), ...values }, null, 2)}\n`,
      ]),
    ),
  )

/** Throws where a file of terraform/vars, written here or by hand, has values that its root does not take. */
export function checkVarsFiles(files: Record<string, string>): void {
  const problems = Object.entries(kinds).flatMap(([kind, inputs]) => {
    const check = valuesChecker(inputs)
    const ofKind = Object.entries(files).filter(([file]) => file.endsWith(kind))
    return ofKind.flatMap(([file, text]) => check(JSON.parse(text)).map(problem => `${file}: ${problem}`))
  })
  if (problems.length > 0) throw new Error(problems.join('\n'))
}
