import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { run } from './run.ts'

/** The cosign that the tests run; the runner's image has the same. */
// renovate: datasource=github-releases depName=sigstore/cosign
export const cosignVersion = 'v3.1.3'

/** What keeps cosign from running here, and what to do; undefined if nothing does. */
export function cosignProblem(env: NodeJS.ProcessEnv): string | undefined {
  const { status, stdout } = spawnSync('cosign', ['version', '--json'], { encoding: 'utf8', env })
  const version: string = status === 0 ? JSON.parse(stdout).gitVersion : ''
  if (Number.parseInt(version.slice(1), 10) >= 3) return undefined
  const problem = version ? `cosign ${version} is too old` : 'cosign is not on PATH'
  return `${problem}: install ${cosignVersion}, https://docs.sigstore.dev/cosign/system_config/installation`
}

type Command = ['sign' | 'attest' | 'verify' | 'verify-attestation', ...options: string[]]
type Settings = { env: NodeJS.ProcessEnv; signal: AbortSignal /** What to attest. */; input?: object }

/**
 * Runs cosign on an image in its registry and resolves to its output. It logs in as the job of GitLab if this is one, else as
 * the user has. With a key of one's own, it asks none of Sigstore's public services, and leaves nothing in their log.
 * Ask cosignProblem() once before.
 */
export async function cosign([command, ...options]: Command, image: string, { env, signal, input }: Settings) {
  const folder = mkdtempSync(join(tmpdir(), 'cosign-'))
  const file = (name: string, content: object) => {
    writeFileSync(join(folder, name), JSON.stringify(content), { mode: 0o600 })
    return join(folder, name)
  }
  try {
    const signs = command === 'sign' || command === 'attest'
    const variable = signs ? 'COSIGN_KEY' : 'COSIGN_PUBLIC_KEY'
    const key = env[variable]
    if (signs) options.push('--yes')
    if (input) options.push('--predicate=-')
    if (key) {
      const type = 'application/vnd.dev.sigstore'
      const root = file('root.json', { mediaType: `${type}.trustedroot+json;version=0.1` })
      const services = { mediaType: `${type}.signingconfig.v0.2+json`, rekorTlogConfig: {}, tsaConfig: {} }
      const alone = signs ? `--signing-config=${file('services.json', services)}` : '--insecure-ignore-tlog'
      // The text of a key must not get onto the command line, nor into an error.
      options.push(`--key=${key.includes('-----BEGIN') ? `env://${variable}` : key}`, `--trusted-root=${root}`, alone)
    }
    if (env.REGISTRY_INSECURE) options.push('--allow-http-registry', '--allow-insecure-registry')
    const { CI_REGISTRY: registry, CI_REGISTRY_USER: user, CI_REGISTRY_PASSWORD: password } = env
    const isJob = registry && password
    if (isJob) file('config.json', { auths: { [registry]: { auth: btoa(`${user}:${password}`) } } })
    const login = isJob ? { DOCKER_CONFIG: folder } : {}
    const text = JSON.stringify(input)
    return await run(['cosign', command, ...options, image], { env: { ...env, ...login }, signal, input: text })
  } finally {
    rmSync(folder, { recursive: true })
  }
}
