import { existsSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { terraform } from '../../system/terraform.ts'
import { variables } from '../app/variables.ts'
import { valuesChecker } from '../core/variables.ts'
import { clusterProblem } from './cluster-problem.ts'

type Environment = Record<string, string | undefined>

const vars = join(import.meta.dirname, '../../../terraform/vars')

/**
 * What would keep terraform from applying `app` to an environment: one line each, with the way out; within seconds, and
 * before anything is changed. Inputs that a command line gives beside the vars file are given here too.
 */
export async function preflight(name: string, given: Record<string, unknown> = {}, env: Environment = process.env) {
  const [ofTerraform, ofCluster] = await Promise.all([terraformProblem(), clusterProblem(env)])
  const problems = [ofTerraform, ...inputProblems(name, given, env), ofCluster && `cluster: ${ofCluster}`]
  return problems.filter(problem => problem !== undefined)
}

async function terraformProblem() {
  const { code, stdout } = await terraform(tmpdir(), ['version', '-json'])
  if (code !== 0) return 'terraform: is not on PATH; install 1.11 or newer'
  const version: string = JSON.parse(stdout).terraform_version
  const [major = 0, minor = 0] = version.split('.').map(Number)
  return major > 1 || minor >= 11 ? undefined : `terraform: is ${version}; install 1.11 or newer`
}

function inputProblems(name: string, given: Record<string, unknown>, env: Environment): string[] {
  const file = join(vars, `${name}.tfvars.json`)
  if (!existsSync(file)) return [`${name}: there is no terraform/vars/${name}.tfvars.json; npm run terraform writes it`]
  const image = env.TF_VAR_image && { image: env.TF_VAR_image }
  const values = { ...JSON.parse(readFileSync(file, 'utf8')), ...image, ...given }
  const withKeys = values.credentials === 'keys'
  const needed = {
    image: true,
    registry_password: values.registry ?? env.TF_VAR_registry,
    aws_access_key_id: withKeys,
    aws_secret_access_key: withKeys,
  }
  const missing = Object.entries(needed).filter(
    ([input, isNeeded]) => isNeeded && !(input in values || env[`TF_VAR_${input}`]),
  )
  const ways = ([input]: [string, unknown]) => `${input === 'image' ? 'give --image, or ' : ''}set TF_VAR_${input}`
  return [...valuesChecker(variables)(values), ...missing.map(each => `${each[0]}: is missing; ${ways(each)}`)]
}
