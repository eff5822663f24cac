import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { provenance } from '../sign/attestations.ts'
import { buildOnce } from '../system/cache.ts'
import { say } from '../system/command.ts'
import { cosign, cosignProblem, cosignVersion } from '../system/cosign.ts'
import { run } from '../system/run.ts'

/** Puts cosign on PATH, unless it is; Go builds it once. */
export async function provideCosign(signal: AbortSignal): Promise<void> {
  if (!cosignProblem(process.env)) return
  const folder = await buildOnce(`cosign-${cosignVersion}`, folder => {
    say(`building cosign ${cosignVersion} with Go, once; takes 5 minutes`)
    const env = { ...process.env, GOBIN: folder, CGO_ENABLED: '0' }
    return run(['nice', 'go', 'install', `github.com/sigstore/cosign/v3/cmd/cosign@${cosignVersion}`], { env, signal })
  })
  process.env.PATH = `${folder}:${process.env.PATH}`
}

export type Keys = Awaited<ReturnType<typeof makeKeys>>

const COSIGN_PASSWORD = 'of the key'

/** Makes a key pair in a folder; resolves to what signs with it, and what verifies. */
export async function makeKeys(folder: string) {
  mkdirSync(folder)
  await run(['cosign', 'generate-key-pair'], { folder, env: { ...process.env, COSIGN_PASSWORD } })
  return {
    signing: { COSIGN_KEY: join(folder, 'cosign.key'), COSIGN_PASSWORD },
    verifying: { COSIGN_PUBLIC_KEY: join(folder, 'cosign.pub') },
  }
}

type Settings = {
  /** The environment of the job that has signed the image, with its key and the login of the registry. */
  job: NodeJS.ProcessEnv
  otherKey: NodeJS.ProcessEnv
  /** For files. */
  folder: string
  signal: AbortSignal
}

/**
 * Pushes images that must not be deployed, beside one that may. Each has its content, another digest, and something wrong
 * with its signature. Resolves to their names, and to what a refusal has to say.
 */
export async function wrongImages(right: string, { job, otherKey, folder, signal }: Settings) {
  const [, host, name, digest] = right.match(/^([^/]+)\/(.+)@(.+)$/) as unknown as [string, string, string, string]
  const { CI_REGISTRY_USER: user, CI_REGISTRY_PASSWORD: password } = job
  const authorization = `Basic ${btoa(`${user}:${password}`)}`
  const types = ['image.manifest', 'image.index'].map(type => `application/vnd.oci.${type}.v1+json`)
  /** Reads a manifest, and pushes it under another name, changed if asked; resolves to its digest. */
  async function copy(from: string, to: string, change = (text: string) => text): Promise<string> {
    const url = (reference: string) => `http://${host}/v2/${name}/manifests/${reference}`
    const read = await fetch(url(from), { headers: { authorization, accept: types.join() } })
    const headers = { authorization, 'content-type': read.headers.get('content-type') ?? '' }
    const pushed = await fetch(url(to), { method: 'PUT', headers, body: change(await read.text()) })
    if (!pushed.ok) throw new Error(`the registry takes no ${to}: ${await pushed.text()}`)
    return pushed.headers.get('docker-content-digest') ?? ''
  }
  const push = async (kind: string) =>
    `${host}/${name}@${await copy(digest, kind, text => JSON.stringify({ ...JSON.parse(text), annotations: { kind } }))}`
  const attest = async (image: string, env: NodeJS.ProcessEnv) => {
    const file = join(folder, 'provenance.json')
    writeFileSync(file, JSON.stringify(provenance(env, [])))
    await cosign(['attest', '--type=slsaprovenance1', `--predicate=${file}`], image, { env, signal })
    return image
  }
  const sign = async (image: string, env: NodeJS.ProcessEnv) => {
    await cosign(['sign'], image, { env, signal })
    return image
  }
  const signed = async (kind: string, env: NodeJS.ProcessEnv) => sign(await attest(await push(kind), env), env)
  const copied = await push('copied')
  const tag = (image: string) => image.replace(/.*@sha256:/, 'sha256-')
  await copy(tag(right), tag(copied))
  const old = '1'.repeat(40)
  return [
    ['no signature', await push('unsigned'), 'it is not signed'],
    ['the signature of another key', await signed('other-key', { ...job, ...otherKey }), 'somebody else has signed it'],
    ['the signature of another image', copied, 'is a copy'],
    ['a signature alone', await sign(await push('not-attested'), job), 'it is signed but has no provenance'],
    ['provenance alone', await attest(await push('not-signed'), job), 'it is not signed'],
    ['another branch', await signed('branch', { ...job, CI_COMMIT_BRANCH: 'other' }), 'built from refs/heads/other;'],
    ['another commit', await signed('commit', { ...job, CI_COMMIT_SHA: old }), `built from the commit ${old}, not`],
    [
      'another project',
      await signed('project', { ...job, CI_PROJECT_URL: 'https://a.b/c' }),
      'built by https://a.b/c;',
    ],
  ] as const
}
