import manifest from '../../package.json' with { type: 'json' }
import type { Provenance } from '../sign/attestations.ts'
import { cosign, cosignProblem } from '../system/cosign.ts'

type Settings = {
  /** The commit that it must be built from; any of the trusted refs if absent. */
  commit?: string | undefined
  env?: NodeJS.ProcessEnv
  signal: AbortSignal
  say: (line: string) => void
}

/** Whose images are trusted: the project, and the default branch and protected tags as a regular expression. */
function trust(env: NodeJS.ProcessEnv) {
  const tags = env.RELEASE_TAGS?.split('*').map(RegExp.escape).join('.*')
  const branch = RegExp.escape(env.CI_DEFAULT_BRANCH || 'main')
  return {
    project: env.CI_PROJECT_URL || manifest.repository,
    refs: `refs/(heads/${branch}${tags ? `|tags/${tags}` : ''})`,
  }
}

/** What keeps images from being verified here, and what to do; undefined if nothing does, or if it is off. */
export function verificationProblem(env: NodeJS.ProcessEnv): string | undefined {
  if (env.IMAGE_VERIFICATION === 'off') return undefined
  if (!env.COSIGN_PUBLIC_KEY && new URL(trust(env).project).origin !== 'https://gitlab.com')
    return 'nothing says who may sign images: set COSIGN_PUBLIC_KEY, or IMAGE_VERIFICATION=off to deploy any'
  return cosignProblem(env)
}

/** Throws unless an image is signed by this project, and attested to be built from its default branch or a release tag. */
export async function verifyImage(image: string, { commit, env = process.env, signal, say }: Settings): Promise<void> {
  if (env.IMAGE_VERIFICATION === 'off') return say(`does not verify ${image}: IMAGE_VERIFICATION is off`)
  const problem = verificationProblem(env)
  if (problem) throw new Error(`${image} cannot be verified: ${problem}`)
  const refuse = (why: string): never => {
    throw new Error(`${image} is refused: ${why}`)
  }
  if (!/@sha256:[0-9a-f]{64}$/.test(image)) refuse('it is named by a tag, which can be moved; name it by its digest')

  const { project, refs } = trust(env)
  const identity = `^${RegExp.escape(project)}//\\.gitlab-ci\\.yml@${refs}$`
  const signer = env.COSIGN_PUBLIC_KEY
    ? []
    : ['--certificate-oidc-issuer=https://gitlab.com', `--certificate-identity-regexp=${identity}`]
  const ask = (...[command, ...words]: Parameters<typeof cosign>[0]) =>
    cosign([command, ...signer, ...words], image, { env, signal }).catch(({ message }) => {
      signal.throwIfAborted()
      return refuse(reason(message))
    })

  // What cosign verifies here includes attestations.
  const verified: { critical: { type: string } }[] = JSON.parse(await ask('verify', '--output=json'))
  if (!verified.some(({ critical }) => critical.type === signature)) refuse(unsigned)
  const attested = (await ask('verify-attestation', '--type=slsaprovenance1')).trim().split('\n')
  const provenances = attested.map(line => statement(JSON.parse(line).payload).predicate as Provenance)
  const wanted = { project, refs: new RegExp(`^${refs}$`), commit }
  const mismatches = provenances.map(provenance => mismatch(provenance, wanted))
  const right = provenances[mismatches.indexOf(undefined)]
  if (!right) return refuse(`${mismatches[0]}`)
  say(`verified ${image}: built from ${commitOf(right)} of ${right.buildDefinition.externalParameters.ref}`)
}

const statement = (payload: string) => JSON.parse(Buffer.from(payload, 'base64').toString())

const commitOf = (provenance: Provenance) => provenance.buildDefinition.resolvedDependencies[0]?.digest?.gitCommit

type Wanted = { project: string; refs: RegExp; commit: string | undefined }

/** Why an image with this provenance may not be deployed, and what to do; undefined if it may. */
function mismatch(provenance: Provenance, { project, refs, commit }: Wanted): string | undefined {
  const { source, ref } = provenance.buildDefinition.externalParameters
  const built = commitOf(provenance)
  if (source !== project) return `it was built by ${source}; build it in ${project}`
  if (!refs.test(ref)) return `it was built from ${ref}; build it from the default branch, or a tag of RELEASE_TAGS`
  if (!built || built !== (commit ?? built))
    return `it was built from the commit ${built}, not ${commit}; start a new pipeline, which builds its own`
  return undefined
}

const signature = 'https://sigstore.dev/cosign/sign/v1'
const unsigned =
  'it is not signed; run the job sign again, and look whether the registry removes tags that begin with sha256-'

/** What cosign's errors mean here, and what to do. */
const reasons: [RegExp, string][] = [
  [/no signatures found/, unsigned],
  [/not match any digest/, 'its signature is a copy of that of another image; build it anew'],
  [
    /do not match threshold|CertificateIdentity|verified log entries/,
    'somebody else has signed it; build it in this project',
  ],
  [/none of the attestations matched/, 'it is signed but has no provenance; run the job sign again'],
]

const reason = (said: string) =>
  reasons.find(([pattern]) => pattern.test(said))?.[1] ?? `cosign cannot verify it: ${said.split('\n').at(-1)}`
