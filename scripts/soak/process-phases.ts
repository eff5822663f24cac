import { once } from 'node:events'
import { type IncomingMessage, request } from 'node:http'
import { exchange, rawRequest } from './raw-requests.ts'
import type { Lab, Phase } from './run-phase.ts'
import type { LogReader } from './service.ts'

const killed = (storage: 's3' | 'directory'): Phase => ({
  name: `process: SIGKILL during uploads (${storage})`,
  storage,
  ends: 'abruptly',
  async run({ service, random, scaled, wait, watchHealth, figures }) {
    figures.kills = scaled(3, 50)
    for (let count = 0; count < figures.kills; count++) {
      await wait(random.between(50, 500))
      watchHealth(false)
      service.kill('SIGKILL')
      await service.end(1000)
      await service.start()
      watchHealth(true)
    }
  },
})

/** An upload that begins before SIGTERM, and whose body ends after the drain time: it has to be answered. */
async function longUpload({ service: { port }, traffic, wait }: Lab, begun: () => void) {
  traffic.expectUnknown()
  const headers = { 'Content-Length': 5, Expect: '100-continue' }
  const upload = request({ host: '127.0.0.1', port, method: 'POST', path: '/api/upload-random', headers })
  upload.flushHeaders()
  const answered = once(upload, 'response') as Promise<[IncomingMessage]>
  upload.once('continue', () => {
    begun()
    wait(600).then(() => upload.end('abcde'))
  })
  upload.on('error', () => {}) // `answered` rejects with the first
  try {
    const [response] = await answered
    response.resume()
    if (response.statusCode !== 200) throw new Error(`status ${response.statusCode}`)
  } catch (error) {
    traffic.losses.add(`an upload that began before SIGTERM: ${(error as Error).message}`)
  }
}

async function terminated(lab: Lab) {
  const { service, random, scaled, wait, watchHealth, terminate, figures } = lab
  watchHealth(false)
  figures.signals = scaled(6, 200)
  for (let count = 0; count < figures.signals; count++) {
    if (count % 2 === 0) {
      if (count > 0) await service.start()
      await wait(random.between(0, 500))
      let ended = Promise.resolve()
      await longUpload(lab, () => {
        ended = terminate(0)
      })
      await ended
    } else {
      service.launch()
      await wait(random.between(0, 100))
      // Before its first line runs, nothing can handle the signal, and it ends the process.
      await terminate(0, 'SIGTERM')
    }
  }
  await service.start()
  watchHealth(true)
}

async function terminatedAsProcess1({ service, random, scaled, wait, watchHealth, terminate, figures }: Lab) {
  watchHealth(false)
  await terminate(0)
  Object.assign(figures, { signals: scaled(3, 60), ignoredAfterMs: 0 })
  for (let count = 0; count < scaled(3, 60); count++) {
    service.launch()
    const ms = random.between(0, 200)
    await wait(ms)
    service.kill('SIGTERM')
    if ((await service.end(2000)) !== undefined) continue
    // The kernel drops a signal that process 1 does not handle yet.
    figures.ignoredAfterMs = Math.max(figures.ignoredAfterMs ?? 0, ms)
    await terminate(0)
  }
  await service.start()
  watchHealth(true)
}

async function stopped({ service, random, scaled, wait, watchHealth, figures }: Lab) {
  figures.stops = scaled(2, 50)
  for (let count = 0; count < figures.stops; count++) {
    watchHealth(false)
    service.kill('SIGSTOP')
    await wait(random.between(100, 1500))
    service.kill('SIGCONT')
    await wait(100)
    watchHealth(true)
    await wait(300)
  }
}

const logPhase = (name: string, log: LogReader): Phase => ({
  name: `process: log reader ${name}`,
  storage: 's3',
  log,
  env: { LOG_LEVEL: 'debug' },
  async run({ service, s3: { proxy }, random, seconds, wait, figures }) {
    if (log === 'leaves') service.leaveLog()
    // The lines of these do not fit into a pipe.
    await exchange(service.port, rawRequest(`GET /api/mirror?word=${'a'.repeat(2000)}`).repeat(100))
    proxy.inject(['silence'], 0.1, random)
    await wait(seconds * 1000)
    figures.faults = proxy.heal()
  },
})

/** What happens to the process itself. */
export const processPhases: readonly Phase[] = [
  killed('s3'),
  killed('directory'),
  { name: 'process: SIGTERM at random moments', storage: 's3', ends: 'gracefully', run: terminated },
  {
    name: 'process: SIGTERM as process 1',
    storage: 'directory',
    ends: 'gracefully',
    first: true,
    run: terminatedAsProcess1,
  },
  { name: 'process: stopped and continued', storage: 's3', answerMs: 8000, run: stopped },
  logPhase('leaves', 'leaves'),
  logPhase('stalls', 'stalls'),
  logPhase('has a full disk', 'has a full disk'),
]
