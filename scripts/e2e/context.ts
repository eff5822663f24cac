import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { run } from '../system/run.ts'
import { terraform } from '../system/terraform.ts'
import { copySources } from '../terraform/cli/copy-sources.ts'
import { makeToken } from '../token/make-token.ts'
import type { Target } from './target.ts'

/** Who runs terraform: an administrator of the cluster, or svc-terraform by a token. */
export type Identity = Record<string, string>

export type Context = ReturnType<typeof makeContext>

/** What the proofs share: where they deploy to, a copy of terraform/, and the tools bound to them. */
export function makeContext(target: Target, scratch: string, signal: AbortSignal, say: (line: string) => void) {
  const { kubeconfig, buckets, region } = target
  // The provider waits a minute for the rules; npm run pipeline applies them.
  const settings = { ...target.settings, TF_VAR_lifecycle_rules: 'false' }
  const tree = join(scratch, 'terraform')
  copySources(tree)
  const administrator: Identity = { KUBE_CONFIG_PATH: kubeconfig }
  const backend = { bucket: buckets.state, region }

  const context = {
    ...target,
    settings,
    signal,
    say,
    tree,
    /** What one proof measures for another to compare. */
    measured: { firstAnswerMs: Number.NaN },
    administrator,
    /** svc-terraform, by a token that lasts an hour; once `access` is applied. */
    async pipeline(): Promise<Identity> {
      const { access } = await makeToken({ seconds: 3600, kubectl: target.kubectlProgram, kubeconfig, signal })
      return access
    },
    /** Runs terraform in a root, whatever comes of it. */
    try: (identity: Identity, root: string, ...words: string[]) =>
      terraform(join(tree, root), words, { env: { ...settings, ...identity } }),
    /** Runs terraform in a root; resolves to what it printed, rejects with what it complained of. */
    async terraform(identity: Identity, root: string, ...words: string[]): Promise<string> {
      signal.throwIfAborted()
      if (words[0] !== 'init' && !existsSync(join(tree, root, '.terraform'))) await context.initialise(identity, root)
      const { code, stdout, stderr } = await context.try(identity, root, ...words)
      if (code !== 0) throw new Error(`terraform ${words[0]} of ${root} failed\n${stderr || stdout}`)
      return stdout
    },
    initialise: (identity: Identity, root: string): Promise<string> =>
      context.terraform(identity, root, 'init', ...context.backendSettings),
    /** Where the states lie, for init and for the root that makes the bucket. */
    backendSettings: [
      '-backend-config=../vars/e2e.tfbackend.json',
      ...Object.entries(backend).map(([name, value]) => `-backend-config=${name}=${value}`),
    ],
    stateInputs: [
      '-var-file=../vars/e2e.tfbackend.json',
      ...Object.entries(backend).map(([name, value]) => `-var=${name}=${value}`),
    ],
    /** As the administrator. */
    kubectl: (...words: string[]): Promise<string> => context.kubectlWith('', ...words),
    /** The same, with what it shall read. */
    kubectlWith: (input: string, ...words: string[]): Promise<string> =>
      run([target.kubectlProgram, `--kubeconfig=${kubeconfig}`, ...words], { signal, input }),
    /** The address of the load balancer, once `app` is applied. */
    async address(): Promise<string> {
      return `http://${(await context.terraform(administrator, 'app', 'output', '-raw', 'address')).trim()}`
    },
  }
  return context
}
