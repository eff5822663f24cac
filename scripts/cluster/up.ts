import { randomBytes, randomUUID } from 'node:crypto'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { findMoto } from '../system/moto.ts'
import { buildKubernetes } from './build-kubernetes.ts'
import { buildMetricsServer } from './build-metrics-server.ts'
import { buildPause } from './build-pause.ts'
import { kubeconfigFile, makeCertificates } from './certificates.ts'
import { lock } from './lock.ts'
import { openNode } from './open-node.ts'
import { network, runFolder } from './places.ts'
import { programs } from './programs.ts'
import { remove } from './remove.ts'
import { checkAddresses, checkPlatform, installPackages, missingPackages } from './requirements.ts'
import { type Stage, stageFile } from './stage.ts'
import { start } from './start.ts'
import { status } from './status.ts'
import { traces } from './traces.ts'

type Settings = { signal: AbortSignal; say: (line: string) => void; install?: boolean }

/** Brings the cluster up, or finds it up; an end half way leaves nothing but, for a failure, the logs. */
export const up = ({ signal, say, install = false }: Settings): Promise<Stage> =>
  lock(async () => {
    checkPlatform()
    const missing = missingPackages()
    if (missing.length > 0 && !install)
      throw new Error(`missing here: apt-get install --no-install-recommends ${missing.join(' ')}\n--install does that`)
    if (missing.length > 0) await installPackages(missing, signal)
    await checkAddresses()

    const { stage, states } = await status()
    const broken = states.filter(({ problem }) => problem)
    if (stage && broken.length === 0) {
      say('is up already')
      return stage
    }
    for (const { name, problem } of broken) say(`${name} does not work: ${problem}`)
    if ((await traces()).length > 0) {
      say('removes what an earlier run left')
      await remove()
    }

    const built = {
      pause: await buildPause(signal),
      kubernetes: await buildKubernetes(signal),
      metricsServer: await buildMetricsServer(signal),
      moto: await findMoto(signal),
    }
    try {
      return await bringUp(built, signal, say)
    } catch (error) {
      await remove({ keepLogs: !signal.aborted })
      throw error
    }
  })

async function bringUp(built: Stage['built'], signal: AbortSignal, say: (line: string) => void) {
  mkdirSync(runFolder, { recursive: true, mode: 0o700 })
  await makeCertificates()
  const stage: Stage = {
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
  for (const group of programs(stage)) {
    say(`starts ${group.map(({ name }) => name).join(', ')}`)
    const failure = new AbortController()
    const either = AbortSignal.any([signal, failure.signal])
    const starts = group.map(async program => {
      stage.processes[program.name] = await start(program, stage.enter, either)
    })
    await Promise.all(starts).finally(() => failure.abort()) // or others would still start while all is removed
  }
  writeFileSync(stageFile, JSON.stringify(stage, null, 2), { mode: 0o600 })
  return stage
}
