import { existsSync, globSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { openApp, placeholderImage } from '../plan/app.ts'
import { copyTerraform } from '../system/copy-terraform.ts'
import { bucketNames, emptyBucket } from '../system/objects.ts'
import { run } from '../system/run.ts'
import { terraform as runTerraform } from '../system/terraform.ts'
import { localState } from '../terraform/local-state.ts'
import { service } from '../terraform/service.ts'
import { type Identity, makeToken } from '../token/make-token.ts'
import type { Target } from './target.ts'

/** The roots state, access and app of one target, in a working copy of terraform/. */
export function openRoots(target: Target, signal: AbortSignal) {
  const { environment, folder, kubectlProgram, kubeconfig, buckets, region, s3 } = target
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const tree = join(folder, 'terraform')
  for (const file of globSync('**/*.{tf,tftest,tfvars}.json', { cwd: tree, exclude: ['**/backend_override*'] }))
    rmSync(join(tree, file)) // it may be gone from the sources
  copyTerraform(tree)

  // The AWS provider waits a minute for lifecycle rules; npm run pipeline applies them.
  const settings = { ...target.settings, TF_VAR_lifecycle_rules: 'false', TF_DATA_DIR: `.terraform-${environment}` }
  const administrator: Identity = { KUBE_CONFIG_PATH: kubeconfig }
  const vars = (kind: string) => `../vars/${environment}.${kind}.json`
  const backend = Object.entries({ bucket: buckets.state, region })
  const backendSettings = [
    `-backend-config=${vars('tfbackend')}`,
    ...backend.map(([name, value]) => `-backend-config=${name}=${value}`),
  ]
  const stateInputs = [`-var-file=${vars('tfbackend')}`, ...backend.map(([name, value]) => `-var=${name}=${value}`)]
  const inputs = [`-var=region=${region}`, `-var=staging_bucket=${buckets.staging}`]
  const initialised = new Set<string>()
  const override = join(folder, localState.path)
  const localFile = join(tree, 'state/terraform.tfstate')

  const roots = {
    tree,
    administrator,
    /** svc-terraform, by a token that lasts an hour. Needs `access`. */
    async svcTerraform(): Promise<Identity> {
      return (await makeToken({ seconds: 3600, kubectl: kubectlProgram, kubeconfig, signal })).identity
    },
    /** Runs terraform in a root and resolves to its outcome. */
    try: (identity: Identity, root: string, ...words: string[]) =>
      runTerraform(join(tree, root), words, { env: { ...settings, ...identity }, signal }),
    /** Runs terraform in a root; resolves to its output, rejects with its errors. */
    async terraform(identity: Identity, root: string, ...words: string[]): Promise<string> {
      if (words[0] !== 'init' && !initialised.has(root)) await roots.initialise(root)
      const { code, stdout, stderr } = await roots.try(identity, root, ...words)
      if (code !== 0) throw new Error(`terraform ${words[0]} of ${root} failed\n${stderr || stdout}`)
      return stdout
    },
    async initialise(root: string, backend = backendSettings): Promise<void> {
      await roots.terraform(administrator, root, 'init', '-reconfigure', ...backend)
      initialised.add(root)
    },
    /** Arguments of plan, apply and destroy of `app`. */
    appInputs: (image: string): string[] => [
      '-input=false',
      `-var-file=${vars('tfvars')}`,
      ...inputs,
      `-var=image=${image}`,
    ],
    /** `app` as `plan` and `release` use it. */
    openApp: (identity: Identity, show?: 'errors') =>
      openApp({ environment, tree, backend: backendSettings, inputs, env: { ...settings, ...identity }, show, signal }),

    /**
     * Creates the bucket of the states. The state of this root is a local file first, and stays one until it is in the
     * bucket: so an interrupted run can be repeated.
     */
    async applyState(): Promise<string> {
      const apply = ['apply', '-auto-approve', ...stateInputs]
      if (!existsSync(localFile) && (await bucketNames(s3)).includes(buckets.state)) {
        rmSync(override, { force: true })
        await roots.initialise('state')
        return roots.terraform(administrator, 'state', ...apply)
      }
      await keepStateLocally()
      const said = await roots.terraform(administrator, 'state', ...apply)
      rmSync(override)
      await roots.terraform(administrator, 'state', 'init', '-migrate-state', '-force-copy', ...backendSettings)
      rmSync(localFile, { force: true })
      return said
    },
    /** Creates the namespaces and svc-terraform. */
    applyAccess: () =>
      roots.terraform(administrator, 'access', 'apply', '-auto-approve', `-var-file=${vars('access.tfvars')}`),

    /** Destroys `app` with everything in the staging bucket. The pods go first: one that drains may still upload. */
    async destroyApp(): Promise<string> {
      const destroy = ['destroy', '-auto-approve', ...roots.appInputs(placeholderImage)]
      await roots.terraform(administrator, 'app', ...destroy, '-target=module.service', '-target=module.deployment')
      const pods = [`--namespace=${service.namespace}`, `--selector=app.kubernetes.io/name=${service.name}`]
      const wait = ['wait', '--for=delete', 'pods', ...pods, `--timeout=${service.mostDrainSeconds + 60}s`]
      await run([kubectlProgram, `--kubeconfig=${kubeconfig}`, ...wait], { signal })
      if ((await bucketNames(s3)).includes(buckets.staging)) await emptyBucket(s3, buckets.staging)
      return roots.terraform(administrator, 'app', ...destroy)
    },
    destroyAccess: () => roots.terraform(administrator, 'access', 'destroy', '-auto-approve'),
    /** Destroys the bucket of the states. The state of this root moves back into a local file first. */
    async destroyState(): Promise<string> {
      if (existsSync(localFile)) await keepStateLocally()
      else {
        await roots.initialise('state')
        writeFileSync(override, localState.text)
        await roots.terraform(administrator, 'state', 'init', '-migrate-state', '-force-copy')
      }
      await emptyBucket(s3, buckets.state)
      const inputs = [...stateInputs, '-var=force_destroy=true']
      // An earlier run may have got this far.
      await roots.try(administrator, 'state', 'state', 'rm', 'terraform_data.protection')
      const said = await roots.terraform(administrator, 'state', 'destroy', '-auto-approve', ...inputs)
      rmSync(override)
      rmSync(localFile)
      return said
    },
    /** What has to be destroyed, in order; empty if nothing is deployed. */
    async toDestroy() {
      const state = ['state', roots.destroyState] as const
      if (existsSync(localFile)) return [state] // only this one is there: an earlier run was interrupted
      if (!(await bucketNames(s3)).includes(buckets.state)) return []
      return [['app', roots.destroyApp] as const, ['access', roots.destroyAccess] as const, state]
    },
  }

  async function keepStateLocally(): Promise<void> {
    writeFileSync(override, localState.text)
    await roots.initialise('state', [])
  }
  return roots
}
