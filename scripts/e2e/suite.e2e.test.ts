// The tap tests of npm run e2e. Its options come from the environment.
import { down } from '../cluster/remove.ts'
import { say } from '../system/command.ts'
import { interrupted } from '../system/interrupted.ts'
import { type Context, makeContext, type Proof } from './context.test-support.ts'
import { stopLoads } from './load.test-support.ts'
import { openCluster, proofsProblem } from './own-cluster.test-support.ts'
import { proofs } from './proofs.ts'
import { prove } from './prove.test-support.ts'
import { isUsersCluster, openUsersCluster, removeTraces } from './users-cluster.test-support.ts'

const signal = interrupted()
const isUsers = isUsersCluster(process.env)

await prove<Context, Proof>({
  proofs: proofs.map(proof => ({
    ...proof,
    async prove(context) {
      if (proof.needsApp !== false) await context.ensureDeployed()
      return proof.prove(context)
    },
  })),
  problem: await proofsProblem({ ownCluster: !isUsers }),
  open: async scratch =>
    makeContext(isUsers ? await openUsersCluster(process.env, scratch, signal) : await openCluster(signal), signal),
  async close(context) {
    if (isUsers) return context && removeTraces(context, say)
    return process.env.E2E_KEEP || down()
  },
  skip: ({ onOwnCluster }, { cluster }) =>
    onOwnCluster === true && !cluster && 'needs the node, registry and storage of npm run cluster',
  after: stopLoads,
  signal,
})
