import { randomBytes, randomUUID } from 'node:crypto'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { say } from '../system/command.ts'
import { findMoto } from '../system/moto.ts'
import { buildPrograms } from './build.ts'
import { kubeconfigFile, makeCertificates } from './certificates.ts'
import { type Cluster, network, runFolder, withLock, writeCluster } from './cluster.ts'
import { openNode } from './node.ts'
import { start } from './programs/program.ts'
import { programs, status } from './programs.ts'
import { hostResources, remove } from './remove.ts'
import { checkAddresses, checkPlatform, installPackages, missingPackages } from './requirements.ts'

type Settings = {
  signal: AbortSignal
  /** Whether to install missing Debian packages; else `up` throws and names them. */
  install?: boolean
}

/**
 * Brings the cluster up, or finds it up. After an error or an interrupt nothing of it is left, except the logs after an
 * error.
 */
export const up = ({ signal, install = false }: Settings): Promise<Cluster> =>
  withLock(async () => {
    checkPlatform()
    const missing = missingPackages()
    if (missing.length > 0 && !install)
      throw new Error(
        `these Debian packages are missing: ${missing.join(' ')}\nto install them: npm run cluster -- --install` +
          `\nor: apt-get install --no-install-recommends ${missing.join(' ')}`,
      )
    if (missing.length > 0) await installPackages(missing, signal)
    await checkAddresses()

    const { cluster, states } = await status()
    const broken = states.filter(({ problem }) => problem)
    if (cluster && broken.length === 0) {
      say('the cluster is up already')
      return cluster
    }
    for (const { name, problem } of broken) say(`${name} does not work: ${problem}`)
    if ((await hostResources()).length > 0) {
      say('removing what an earlier run left')
      await remove()
    }

    const built = { ...(await buildPrograms(signal)), moto: await findMoto(signal) }
    mkdirSync(runFolder, { recursive: true, mode: 0o700 })
    try {
      return await bringUp(built, signal)
    } catch (error) {
      await remove({ keepLogs: !signal.aborted })
      throw error
    }
  })

async function bringUp(built: Cluster['built'], signal: AbortSignal) {
  await makeCertificates()
  const cluster: Cluster = {
    kubectl: join(built.kubernetes, 'kubectl'),
    kubeconfig: kubeconfigFile('admin'),
    registry: { address: `${network.node}:5000`, user: 'mirror', password: randomUUID() },
    aws: {
      endpoint: `http://${network.node}:4566`,
      region: 'eu-west-1',
      accessKeyId: `AKIA${randomBytes(8).toString('hex').toUpperCase()}`,
      secretAccessKey: randomBytes(30).toString('base64'),
    },
    auditLog: join(runFolder, 'audit.log'),
    loadBalancers: network.loadBalancers,
    enter: await openNode(join(built.pause, 'pause'), signal),
    processes: {},
    built,
  }
  for (const group of programs(cluster)) {
    say(`starting ${group.map(({ name }) => name).join(', ')}`)
    const failure = new AbortController()
    const either = AbortSignal.any([signal, failure.signal])
    const starts = group.map(async program => {
      cluster.processes[program.name] = await start(program, cluster.enter, either)
    })
    // When one fails, the others stop starting: the next step removes them all.
    await Promise.all(starts).finally(() => failure.abort())
  }
  writeCluster(cluster)
  return cluster
}
