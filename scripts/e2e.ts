import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { readOptions, say } from './command.ts'
import { makeContext } from './e2e/context.ts'
import { hindrance } from './e2e/hindrance.ts'
import { onStage } from './e2e/on-stage.ts'
import type { Proof } from './e2e/proof.ts'
import { proofs } from './e2e/proofs.ts'
import { attempt, conclude, type Result } from './e2e/report.ts'
import { runProofs } from './e2e/run-proofs.ts'
import type { Target } from './e2e/target.ts'
import { isMeant, removeTraces, usersTarget } from './e2e/users-target.ts'
import { interrupted } from './system/interrupted.ts'

const help = `npm run e2e [-- OPTIONS]

Proves on a real Kubernetes what the README promises: brings up the cluster of "npm run cluster", deploys this commit to it
by Terraform, changes and breaks it under load, and removes it all. Takes about 15 minutes once the cluster is built.

  --only REGEX  only the proofs whose names match, on what an earlier run with --keep left
  --keep        leaves the cluster up, and what was deployed; before a whole run: npm run cluster -- down
  --help        prints this

On a cluster of your own instead, with an S3, where neither has the namespaces and buckets that this makes and deletes:
  KUBECONFIG                   of its administrator
  E2E_IMAGE, E2E_NEXT_IMAGE    the image, and one to change to (or the same); TF_VAR_registry, TF_VAR_registry_username
                               and TF_VAR_registry_password where pulling them takes a password
  E2E_BUCKET                   the buckets E2E_BUCKET-state and E2E_BUCKET-staging
  AWS_REGION, AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY, and AWS_ENDPOINT_URL for another S3 than AWS
The proofs that take hold of the node, the registry or the storage are skipped there, by name.

Writes dist/e2e.xml (JUnit). Exit codes: 0 all passed, or none could be run here, 1 not all, 2 wrong options, 130 interrupted.
`

const flag = { type: 'boolean', default: false } as const
const options = parseOptions()
if (!options) process.exitCode = 2
else if (options.help) process.stdout.write(help)
else await main(options)

async function main({ chosen, keep }: { chosen: Proof[]; keep: boolean }) {
  const signal = interrupted()
  const isUsers = isMeant(process.env)
  const reason = await hindrance({ ownCluster: !isUsers })
  if (reason) say(`cannot be run here: ${reason}`)
  const prove = (target: Target, scratch: string) => runProofs(chosen, makeContext(target, scratch, signal, say))
  const results = reason
    ? chosen.map(proof => skip(proof, reason))
    : isUsers
      ? await onUsers(prove, signal)
      : await onStage({ keep, signal, say }, prove)
  process.exitCode = conclude(results, 'dist/e2e.xml', signal)
}

async function onUsers(prove: (target: Target, scratch: string) => Promise<Result[]>, signal: AbortSignal) {
  const scratch = mkdtempSync(join(tmpdir(), 'e2e-'))
  const results = await attempt('the cluster of KUBECONFIG', async () => {
    const target = await usersTarget(process.env, scratch, signal)
    const buckets = Object.values(target.buckets).join(', ')
    say(`uses the cluster of KUBECONFIG, ${process.env.KUBECONFIG}, and the buckets ${buckets}`)
    const proved = await attempt('the proofs', () => prove(target, scratch))
    return [...proved, ...(await attempt('cleaning up', () => removeTraces(target, say).then(() => [])))]
  })
  rmSync(scratch, { recursive: true, force: true })
  return results
}

function skip({ name }: Proof, reason: string): Result {
  return { name, outcome: 'skipped', text: reason, seconds: 0 }
}

function parseOptions() {
  return readOptions('e2e', () => {
    const { only, keep, help } = parseArgs({
      options: { only: { type: 'string', default: '' }, keep: flag, help: flag },
    }).values
    const chosen = proofs.filter(({ name }) => new RegExp(only).test(name))
    if (chosen.length === 0) throw new Error(`no proof matches ${only}`)
    return { chosen, keep, help }
  })
}
