import { proofs } from './e2e/proofs.ts'
import { runSuite } from './e2e/run-suite.ts'
import { command, WrongUse } from './system/command.ts'

const help = `npm run e2e [-- OPTIONS]

Proves on a real Kubernetes what the README promises. It brings up the cluster of "npm run cluster", deploys this commit with
Terraform, changes and breaks it under load, and removes everything. Takes about 12 minutes once the cluster is built.

  --only REGEX  runs only the proofs whose names match; each deploys what it needs, or uses what --keep left
  --keep        leaves the cluster up, with what is deployed
  --help        prints this

On a cluster of your own instead, with an S3. Neither may have the namespaces and buckets that this creates and deletes:
  KUBECONFIG                   of its administrator
  E2E_IMAGE, E2E_NEXT_IMAGE    the image, and one to change to (or the same); if pulling them takes a password, also
                               TF_VAR_registry, TF_VAR_registry_username and TF_VAR_registry_password
  E2E_BUCKET                   the buckets E2E_BUCKET-state and E2E_BUCKET-staging
  AWS_REGION, AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY, and AWS_ENDPOINT_URL for another S3 than AWS
The proofs that take hold of the node, the registry or the storage are skipped there, by name.

Writes dist/e2e.xml (JUnit).
Exit codes: 0 all passed, or nothing can be run here; 1 not all, 2 wrong options, 130 interrupted.
`

await command('e2e', {
  help,
  options: { only: { type: 'string' }, keep: { type: 'boolean' } },
  run({ values: { only, keep } }, signal) {
    if (only !== undefined && !proofs.some(({ name }) => regularExpression(only).test(name)))
      throw new WrongUse(`no proof matches ${only}`)
    const env = { E2E_KEEP: keep ? '1' : '', ...(only !== undefined && { TAP_GREP: `/${only}/` }) } // as tap --grep
    return runSuite('e2e', { env, signal })
  },
})

function regularExpression(text: string): RegExp {
  try {
    return new RegExp(text)
  } catch (error) {
    throw new WrongUse((error as Error).message)
  }
}
