import { randomInt } from 'node:crypto'
import type { AddressInfo } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import pino from 'pino'
import { limits } from './handlers/http/limits.ts'
import { serve } from './handlers/http/serve.ts'
import document from './handlers/openapi.json' with { type: 'json' }
import { readEnvironment } from './handlers/process/environment.ts'
import { origin } from './handlers/process/origin.ts'
import { withoutDetails } from './handlers/process/without-details.ts'
import type { Phase } from './handlers/ready.ts'
import { routes } from './handlers/routes.ts'
import { parseLocation } from './handlers/staging/location.ts'
import { openStaging, type Staging } from './handlers/staging/staging.ts'

const { PORT, HOST, STAGING, MAX_IN_FLIGHT, UPLOAD_DEADLINE_MS, DRAIN_MS, LOG_LEVEL } = settings()

const log = pino({
  level: LOG_LEVEL,
  formatters: { level: level => ({ level }) },
  serializers: { err: withoutDetails },
  timestamp: pino.stdTimeFunctions.isoTime,
})
const staging = Promise.withResolvers<Staging>()
let phase: Phase = 'starting'

const { server, drain, close } = serve({
  routes: routes({ phase: () => phase, staging: staging.promise, randomInt, document }),
  log,
  maxInFlight: MAX_IN_FLIGHT,
})

server.once('error', error => fail(`cannot listen on ${origin(HOST, PORT)}: ${error.message}; see HOST and PORT`))
server.listen(PORT, HOST, () => {
  const { port } = server.address() as AddressInfo
  log.info(`listening on ${origin(HOST, port)}, uploads go to ${STAGING}`)
  // Only now: to load the S3 client takes longer than all before it.
  staging.resolve(openStaging(parseLocation(STAGING), UPLOAD_DEADLINE_MS))
})

staging.promise.then(
  () => {
    if (phase !== 'starting') return
    phase = 'ready'
    log.info('ready')
  },
  error => fail(`cannot upload to ${STAGING}: ${error.message}`),
)

process.on('SIGTERM', () => stop('SIGTERM', DRAIN_MS))
process.on('SIGINT', () => stop('SIGINT', 0))

async function stop(signal: 'SIGTERM' | 'SIGINT', drainMs: number): Promise<void> {
  if (phase === 'draining') process.exit(signal === 'SIGTERM' ? 143 : 130)
  phase = 'draining'
  log.info({ signal }, `stopping, after another ${drainMs} ms of serving`)
  drain()
  // The load balancers go on sending until they have seen that this pod is not ready.
  await sleep(drainMs)
  const whole = await close(limits.requestMs + UPLOAD_DEADLINE_MS)
  if (whole) log.info('stopped')
  else log.warn('stopped, with requests unanswered')
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
