// First: from here on, no signal is lost.
import './handlers/process/signals.ts'
import { randomInt } from 'node:crypto'
import type { AddressInfo } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { limits } from './handlers/http/limits.ts'
import { serve } from './handlers/http/serve.ts'
import document from './handlers/openapi.json' with { type: 'json' }
import { origin, readEnvironment } from './handlers/process/environment.ts'
import { leaveThreads } from './handlers/process/exit.ts'
import { logWarnings, openLog } from './handlers/process/log.ts'
import { onStopSignal, type StopSignal } from './handlers/process/signals.ts'
import type { Phase } from './handlers/ready.ts'
import { mount } from './handlers/routes.ts'
import { openStaging } from './handlers/staging/open-staging.ts'
import type { Staging } from './handlers/staging/staging.ts'

const { PORT, HOST, METRICS_PORT, STAGING, MAX_IN_FLIGHT, UPLOAD_DEADLINE_MS, DRAIN_MS, LOG_LEVEL } = settings()

const { log, lost } = openLog(LOG_LEVEL)
logWarnings(log)
process.on('exit', code => leaveThreads(code))
const staging = Promise.withResolvers<Staging>()
let phase: Phase = 'starting'
let isStuck: Staging['stuck'] | undefined

const routes = mount({
  phase: () => (phase === 'ready' && isStuck?.() ? 'stuck' : phase),
  staging: staging.promise,
  randomInt,
  document,
})
// Not loaded unless somebody wants them.
const metrics =
  METRICS_PORT === undefined
    ? undefined
    : (await import('./handlers/metrics/metrics.ts')).openMetrics(METRICS_PORT, routes)

const { server, inFlight, drain, close } = serve({
  routes,
  log,
  maxInFlight: MAX_IN_FLIGHT,
  limits,
  observe: metrics?.observe,
})

// First: a look-up of HOST may hang.
onStopSignal(signal => stop(signal, signal === 'SIGTERM' ? DRAIN_MS : 0))

// Before the service, so that the first request is seen; until the process ends, so that the last one is.
await metrics?.listen({ host: HOST, inFlight, maxInFlight: MAX_IN_FLIGHT, lost }).then(
  url => log.info(`metrics are at ${url}`),
  error => fail(error.message),
)

server.once('error', error => fail(`cannot listen on ${origin(HOST, PORT)}: ${error.message}; see HOST and PORT`))
// Node's own is 511: those above it try again after a second. The kernel may set less.
server.listen({ port: PORT, host: HOST, backlog: 4096 }, () => {
  const { port } = server.address() as AddressInfo
  log.info(`listening on ${origin(HOST, port)}, uploads go to ${STAGING}`)
  // Not before: loading the S3 client takes longer than everything else.
  const opened = openStaging(STAGING, UPLOAD_DEADLINE_MS, message => log.warn(message))
  staging.resolve(metrics ? opened.then(metrics.watch) : opened)
})

staging.promise.then(
  ({ stuck }) => {
    isStuck = stuck
    if (phase !== 'starting') return
    phase = 'ready'
    log.info('ready')
  },
  error => fail(`cannot upload to ${STAGING}: ${error.message}`),
)

async function stop(signal: StopSignal, drainMs: number): Promise<void> {
  if (phase === 'draining') process.exit(signal === 'SIGTERM' ? 143 : 130)
  phase = 'draining'
  log.info({ signal }, `stopping, after another ${drainMs} ms of serving`)
  drain()
  // Load balancers send requests until they notice that this pod is not ready.
  await sleep(drainMs)
  const allAnswered = await close(limits.requestMs + UPLOAD_DEADLINE_MS)
  // In the second case leaveThreads() may put another program in the place of this one: its coverage is lost.
  if (allAnswered) log.info('stopped')
  /* c8 ignore next */ else log.warn('stopped, with requests unanswered')
  process.exit()
}

function settings() {
  try {
    return readEnvironment()
  } catch (error) {
    console.error((error as Error).message)
    process.exit(1)
  }
}

function fail(reason: string): never {
  log.fatal(reason)
  process.exit(1)
}
