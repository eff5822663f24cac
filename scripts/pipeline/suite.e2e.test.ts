// The tap tests of npm run pipeline. Its options come from the environment.
import { join } from 'node:path'
import { down } from '../cluster/remove.ts'
import { makeContext } from '../e2e/context.test-support.ts'
import { openCluster, proofsProblem } from '../e2e/own-cluster.test-support.ts'
import { type Proof, prove } from '../e2e/prove.test-support.ts'
import { say } from '../system/command.ts'
import { interrupted } from '../system/interrupted.ts'
import { cloneCommit } from './clone.test-support.ts'
import { type Context, proofs } from './proofs.e2e.test.ts'
import { runPipeline } from './run-pipeline.test-support.ts'
import { makeKeys, provideCosign } from './signing.test-support.ts'
import { jobOf, pipelineVariables } from './variables.test-support.ts'

const signal = interrupted()

await prove<Context, Proof<Context>>({
  proofs,
  problem: await proofsProblem(),
  async open(scratch): Promise<Context> {
    await provideCosign(signal)
    const keys = await makeKeys(join(scratch, 'keys'))
    const target = await openCluster(signal)
    const context = makeContext(target, signal)
    await context.ensureAccess()
    const variables = pipelineVariables(target, await context.svcTerraform(), keys, scratch)
    const clone = await cloneCommit(join(scratch, 'clone'), signal)
    let changed = 0
    const onLine = (line: string) =>
      (process.env.PIPELINE_VERBOSE || / starting | finished in /.test(line)) && say(`  ${line}`)
    return {
      ...context,
      scratch,
      job: { ...process.env, ...variables.project, ...keys.signing, ...jobOf(target.commit?.id) },
      async run(jobs, change, more) {
        const folder = change ? await cloneCommit(join(scratch, `changed-${++changed}`), signal, change) : clone
        // Where build and sign do not run, IMAGE is what they would have left.
        const instead = { IMAGE: target.images.first, IMAGE_VERIFICATION: 'off', ...more }
        const project = { ...variables.project, ...(change && instead) }
        return {
          folder,
          ...(await runPipeline({ folder, variables: { ...variables, project }, jobs, signal, onLine })),
        }
      },
    }
  },
  close: async () => process.env.PIPELINE_KEEP || down(),
  signal,
})
