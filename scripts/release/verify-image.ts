import manifest from '../../package.json' with { type: 'json' }
import type { Provenance } from '../sign/attestations.ts'
import { cosign, cosignProblem } from '../system/cosign.ts'

type Settings = {
  /** The commit that it must be built from; any commit if absent. */
  commit?: string | undefined
  env?: NodeJS.ProcessEnv
  signal: AbortSignal
  say: (line: string) => void
}

const projectOf = (env: NodeJS.ProcessEnv) => env.CI_PROJECT_URL || manifest.repository

/** What keeps images from being verified here, and what to do; undefined if nothing does, or if it is off. */
export function verificationProblem(env: NodeJS.ProcessEnv): string | undefined {
  if (env.IMAGE_VERIFICATION === 'off') return undefined
  if (!env.COSIGN_PUBLIC_KEY && new URL(projectOf(env)).origin !== 'https://gitlab.com')
    return 'nothing says who may sign images; set COSIGN_PUBLIC_KEY, or IMAGE_VERIFICATION=off to deploy any'
  return cosignProblem(env)
}

/** Throws unless an image is signed by this project, and attested to be built from its default branch or a release tag. */
export async function verifyImage(image: string, { commit, env = process.env, signal, say }: Settings): Promise<void> {
  if (env.IMAGE_VERIFICATION === 'off') return say(`does not verify ${image}: IMAGE_VERIFICATION is off`)
  const refuse = (why: string): never => {
    throw new Error(`${image} is refused: ${why}`)
  }
  const problem = verificationProblem(env)
  if (problem) refuse(problem)
  if (!/@sha256:[0-9a-f]{64}$/.test(image)) refuse('it is named by a tag, which can be moved; name it by its digest')

  const project = projectOf(env)
  const tags = env.RELEASE_TAGS?.split('*').map(RegExp.escape).join('.*')
  const refs = `refs/(heads/${RegExp.escape(env.CI_DEFAULT_BRANCH || 'main')}${tags ? `|tags/${tags}` : ''})`
  const identity = `^${RegExp.escape(project)}//\\.gitlab-ci\\.yml@${refs}$`
  const signer = ['--certificate-oidc-issuer=https://gitlab.com', `--certificate-identity-regexp=${identity}`]
  const ask = (command: 'verify' | 'verify-attestation', option: string) =>
    cosign([command, option, ...(env.COSIGN_PUBLIC_KEY ? [] : signer)], image, { env, signal }).catch(({ message }) => {
      signal.throwIfAborted()
      const [, why] = reasons.find(([pattern]) => pattern.test(message)) ?? []
      return refuse(why ?? `cosign cannot verify it: ${message.split('\n').at(-1)}`)
    })

  // What cosign verifies here may be an attestation alone.
  const signatures: { critical: { type: string } }[] = JSON.parse(await ask('verify', '--output=json'))
  if (!signatures.some(({ critical }) => critical.type === 'https://sigstore.dev/cosign/sign/v1')) refuse(unsigned)
  const lines = (await ask('verify-attestation', '--type=slsaprovenance1')).trim().split('\n')
  const mismatches = lines.map(line => {
    const { predicate } = JSON.parse(Buffer.from(JSON.parse(line).payload, 'base64').toString())
    return mismatch(predicate, { project, refs: new RegExp(`^${refs}$`), commit })
  })
  if (mismatches[0] && !mismatches.includes(undefined)) refuse(mismatches[0])
  say(`verified ${image}`)
}

const unsigned =
  'it is not signed, or the registry has lost it or its tag sha256-…; run the job sign again, or a new pipeline'

/** What cosign's errors mean here, and what to do. */
const reasons: [RegExp, string][] = [
  [/no signatures found/, unsigned],
  [/not match any digest/, 'its signature is a copy of that of another image; build it anew'],
  [
    /do not match threshold|CertificateIdentity|log entries/,
    'somebody else has signed it; build it in this project, or correct COSIGN_PUBLIC_KEY',
  ],
  [/none of the attestations matched/, 'it is signed but has no provenance; run the job sign again'],
]

type Wanted = { project: string; refs: RegExp; commit: string | undefined }

/** Why an image with this provenance may not be deployed, and what to do; undefined if it may. */
function mismatch({ buildDefinition }: Provenance, { project, refs, commit }: Wanted): string | undefined {
  const { source, ref } = buildDefinition.externalParameters
  const built = buildDefinition.resolvedDependencies[0]?.digest.gitCommit
  if (source !== project) return `it was built by ${source}; build it in ${project}`
  if (!refs.test(ref)) return `it was built from ${ref}; build it from the default branch, or a tag of RELEASE_TAGS`
  if (commit && built !== commit)
    return `it was built from the commit ${built}, not ${commit}; start a new pipeline, which builds its own`
  return undefined
}
