import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { terraformProblem } from '../system/terraform.ts'
import { app } from '../terraform/app.ts'
import { valuesChecker } from '../terraform/core/variables.ts'
import { askCluster, clusterConnection } from './cluster-connection.ts'
import { gitlabProblem } from './gitlab.ts'
import { verificationProblem } from './verify-image.ts'

const vars = join(import.meta.dirname, '../../terraform/vars')

/**
 * What would keep Terraform from applying `app` to an environment: one line each, with what to do. Takes seconds and
 * changes nothing. `given` are the inputs that a command line adds to the vars file.
 */
export async function preflight(name: string, given: Record<string, unknown> = {}, env = process.env) {
  const asked = [terraformProblem(), clusterProblem(env), gitlabProblem(env)]
  const [ofTerraform, ofCluster, ofGitlab] = await Promise.all(asked)
  const ofImages = verificationProblem(env)
  return [
    ...(ofTerraform ? [ofTerraform] : []),
    ...inputProblems(name, given, env),
    ...(ofCluster ? [`cluster: ${ofCluster}`] : []),
    ...(ofGitlab ? [`GitLab: ${ofGitlab}`] : []),
    ...(ofImages ? [`image verification: ${ofImages}`] : []),
  ]
}

function inputProblems(name: string, given: Record<string, unknown>, env: NodeJS.ProcessEnv): string[] {
  const file = JSON.parse(readFileSync(join(vars, `${name}.tfvars.json`), 'utf8'))
  const values = { ...file, ...(env.TF_VAR_image && { image: env.TF_VAR_image }), ...given }
  return [
    ...valuesChecker(app.variables)(values),
    ...('image' in values ? [] : ['image: is missing; give --image, or set TF_VAR_image']),
    ...missingSecrets({ registry: env.TF_VAR_registry, ...values }, env),
  ]
}

/** The secrets that `app` needs with these inputs and the environment lacks: one line each, with what to do. */
export function missingSecrets(values: Record<string, unknown>, env: NodeJS.ProcessEnv): string[] {
  const withKeys = values.credentials === 'keys'
  const needed = { registry_password: values.registry, aws_access_key_id: withKeys, aws_secret_access_key: withKeys }
  return Object.entries(needed).flatMap(([input, isNeeded]) =>
    isNeeded && !env[`TF_VAR_${input}`] ? [`${input}: is missing; set TF_VAR_${input}`] : [],
  )
}

/** What is wrong with the cluster that Terraform's provider would use, and what to do; undefined if it answers. */
export async function clusterProblem(env: NodeJS.ProcessEnv, milliseconds = 3000): Promise<string | undefined> {
  if (!env.KUBE_HOST && !env.KUBE_CONFIG_PATH) {
    if (env.KUBERNETES_SERVICE_HOST) return undefined
    const unread = env.KUBECONFIG ? ' Terraform does not read KUBECONFIG.' : ''
    return `no cluster is named: set KUBE_CONFIG_PATH, or KUBE_HOST and KUBE_TOKEN.${unread}`
  }
  const source = env.KUBE_HOST ? 'KUBE_HOST' : 'KUBE_CONFIG_PATH'
  try {
    const connection = await clusterConnection(env)
    const { server } = connection
    const { status } = await askCluster(connection, '/version', milliseconds).catch(({ code, message }) => {
      throw new Error(`${server} does not answer (${code ?? message}): start it, or correct ${source}`)
    })
    return status === 401 ? `${server} refuses the credentials: renew the token or certificate of ${source}` : undefined
  } catch (error) {
    return (error as Error).message
  }
}
