import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { parseEnv } from 'node:util'
import { completeSbom, provenance } from './sign/attestations.ts'
import { command, print, say, WrongUse } from './system/command.ts'
import { cosign, cosignProblem } from './system/cosign.ts'
import { run } from './system/run.ts'

await command('sign', {
  help: `npm run sign -- FILE [OPTIONS]

In a job of GitLab: attests to the image that "npm run image -- --dotenv FILE" has pushed what is in it (an SBOM,
CycloneDX) and where it comes from (a provenance, SLSA v1), and signs it, all by its digest.

  --sbom FILE  writes the SBOM there too
  --help       prints this

Needs cosign, and COSIGN_KEY (a file or its text) with COSIGN_PASSWORD. Without a key it signs as this pipeline of
GitLab.com, by its SIGSTORE_ID_TOKEN. IMAGE_VERIFICATION=off leaves out all but the file of --sbom.
Exit codes: 0 signed, 1 failed, 2 wrong options, 130 interrupted.
`,
  options: { sbom: { type: 'string' } },
  positionals: true,
  async run({ values, positionals: [file = ''] }, signal) {
    const { IMAGE: image, BASES = '' } = existsSync(file) ? parseEnv(readFileSync(file, 'utf8')) : {}
    if (!image) throw new WrongUse('name the file that npm run image -- --dotenv has written')
    const bases = BASES.split(',')
    const { env } = process
    const npm = ['npm', 'sbom', '--package-lock-only', '--omit=dev', '--sbom-type=application'] as const
    const sbom = completeSbom(JSON.parse(await run([...npm, '--sbom-format=cyclonedx'], { signal })), bases)
    if (values.sbom) writeFileSync(values.sbom, JSON.stringify(sbom))
    if (env.IMAGE_VERIFICATION === 'off') return say(`IMAGE_VERIFICATION is off: does not sign ${image}`)
    if (!env.COSIGN_KEY && !(env.SIGSTORE_ID_TOKEN && env.CI_SERVER_URL === 'https://gitlab.com'))
      throw new Error('nothing to sign with: set COSIGN_KEY; only GitLab.com signs without, by SIGSTORE_ID_TOKEN')
    const problem = cosignProblem(env)
    if (problem) throw new Error(problem)

    await cosign(['attest', '--type=cyclonedx'], image, { input: sbom, env, signal })
    await cosign(['attest', '--type=slsaprovenance1'], image, { input: provenance(env, bases), env, signal })
    await cosign(['sign'], image, { env, signal }) // last: what is signed is complete
    print(`signed  ${image}`)
  },
})
