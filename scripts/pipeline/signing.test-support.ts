import { mkdirSync } from 'node:fs'
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
    const program = `github.com/sigstore/cosign/v3/cmd/cosign@${cosignVersion}`
    return run(['nice', 'go', 'install', '-ldflags=-s -w', program], { env, signal })
  })
  process.env.PATH = `${folder}:${process.env.PATH}`
}

export type Keys = Awaited<ReturnType<typeof makeKeys>>

/** Makes a key pair in a folder; resolves to what signs with it, and what verifies. */
export async function makeKeys(folder: string) {
  const COSIGN_PASSWORD = 'of the key'
  mkdirSync(folder)
  await run(['cosign', 'generate-key-pair'], { folder, env: { ...process.env, COSIGN_PASSWORD } })
  const file = (name: string) => join(folder, name)
  return {
    signing: { COSIGN_KEY: file('cosign.key'), COSIGN_PASSWORD },
    verifying: { COSIGN_PUBLIC_KEY: file('cosign.pub') },
  }
}

/**
 * Pushes images beside one that may be deployed, each with its content and something wrong with its signature. `job` is the
 * environment of the job that has signed it. Resolves to what is wrong, the image, and what a refusal has to say.
 */
export async function wrongImages(right: string, job: NodeJS.ProcessEnv, otherKey: object, signal: AbortSignal) {
  const [, host, name, digest = ''] = right.match(/^([^/]+)\/(.+)@(.+)$/) ?? []
  const authorization = `Basic ${btoa(`${job.CI_REGISTRY_USER}:${job.CI_REGISTRY_PASSWORD}`)}`
  const accept = ['manifest', 'index'].map(kind => `application/vnd.oci.image.${kind}.v1+json`).join()
  /** Pushes a manifest under another name, with more in it; resolves to the image by its digest. */
  async function copy(from: string, to: string, more = {}): Promise<string> {
    const url = `http://${host}/v2/${name}/manifests/`
    const text = await fetch(url + from, { headers: { authorization, accept } }).then(answer => answer.text())
    const body = Object.keys(more).length > 0 ? JSON.stringify({ ...JSON.parse(text), ...more }) : text
    const headers = { authorization, 'content-type': JSON.parse(text).mediaType }
    const pushed = await fetch(url + to, { method: 'PUT', headers, body })
    return `${host}/${name}@${pushed.headers.get('docker-content-digest')}`
  }
  const push = (kind: string) => copy(digest, kind, { annotations: { kind } })
  async function attest(image: string, more = {}) {
    const env = { ...job, ...more }
    await cosign(['attest', '--type=slsaprovenance1'], image, { input: provenance(env, []), env, signal })
    return image
  }
  async function sign(image: string, more = {}) {
    await cosign(['sign'], image, { env: { ...job, ...more }, signal })
    return image
  }
  const both = async (kind: string, more: object) => sign(await attest(await push(kind), more), more)
  const copied = await push('copied')
  const tag = (image: string) => image.replace(/.*@sha256:/, 'sha256-')
  await copy(tag(right), tag(copied))
  return [
    ['no signature', await push('unsigned'), 'it is not signed'],
    ['the signature of another key', await both('key', otherKey), 'somebody else has signed it'],
    ['the signature of another image', copied, 'a copy of that of another image'],
    ['a signature alone', await sign(await push('signature')), 'it is signed but has no provenance'],
    ['a provenance alone', await attest(await push('provenance')), 'it is not signed'],
    ['that of another branch', await both('branch', { CI_COMMIT_BRANCH: 'b' }), 'it was built from refs/heads/b'],
    ['that of another commit', await both('commit', { CI_COMMIT_SHA: 'c' }), 'it was built from the commit c, not'],
    ['that of another project', await both('project', { CI_PROJECT_URL: 'https://d' }), 'it was built by https://d'],
  ] as const
}
