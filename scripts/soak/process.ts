import { once } from 'node:events'
import { connect } from 'node:net'
import { ask, rawRequest, rawUpload } from './clients.ts'
import type { Lab, Phase, Phases } from './lab.ts'

async function killed({ service, random, scaled, wait, figures }: Lab) {
  figures.kills = scaled(3, 50)
  for (let count = 0; count < figures.kills; count++) {
    await wait(random.between(50, 500))
    await service.kill('SIGKILL')
    await service.start()
  }
}

/** Sends SIGTERM during an upload whose body ends after the drain time: it has to be answered. */
async function terminatedDuringUpload({ service, traffic, wait, lost }: Lab) {
  traffic.expectUnreported(1)
  const socket = connect(service.port, '127.0.0.1').setEncoding('latin1')
  socket.write(rawUpload(['Content-Length: 5', 'Expect: 100-continue']))
  await once(socket, 'data') // 100 Continue
  const ended = service.terminate(0)
  await wait(600)
  socket.end('abcde')
  const answer = (await Array.fromAsync(socket)).join('')
  if (!answer.startsWith('HTTP/1.1 200 ')) lost(`an upload that began before SIGTERM was answered ${answer}`)
  await ended
}

async function terminated(lab: Lab) {
  const { service, random, scaled, wait, figures } = lab
  figures.signals = scaled(6, 200)
  for (let count = 0; count < figures.signals; count += 2) {
    await wait(random.between(0, 500))
    await terminatedDuringUpload(lab)
    service.launch()
    await wait(random.between(0, 100))
    // Before its first line runs, nothing can handle the signal, and it ends the process.
    await service.terminate(0, 'SIGTERM')
    await service.start()
  }
}

async function terminatedAsProcess1({ service, random, scaled, wait, figures }: Lab) {
  await service.terminate(0)
  figures.signals = scaled(3, 60)
  for (let count = 0; count < figures.signals; count++) {
    service.launch()
    await wait(random.between(0, 200))
    service.kill('SIGTERM')
    // The kernel drops a signal that process 1 does not handle yet: then it becomes ready, and is so once more. The
    // first time, the signal may be next in the queue of the event loop.
    const ignored = await service
      .ready()
      .then(service.ready)
      .then(
        () => true,
        () => false,
      )
    if (ignored) await service.terminate(0)
  }
  await service.start()
}

async function stopped({ service, random, scaled, wait, figures }: Lab) {
  figures.stops = scaled(2, 50)
  for (let count = 0; count < figures.stops; count++) {
    service.kill('SIGSTOP')
    await wait(random.between(100, 1500))
    service.kill('SIGCONT')
    await wait(400)
  }
}

/** Uploads while nobody takes the log, which has more lines than fit into a pipe. */
const unread = (fault: (lab: Lab) => unknown, ...wrapper: string[]): Phase => ({
  s3: { server: ['silence'], rate: 0.1 },
  wrapper: ['env', 'LOG_LEVEL=debug', ...wrapper],
  async run(lab) {
    fault(lab)
    await ask(lab, rawRequest(`GET /api/mirror?word=${'a'.repeat(2000)}`).repeat(100))
    await lab.wait(lab.seconds * 1000)
  },
})

/** What happens to the process itself. */
export const processPhases: Phases = {
  'process: SIGKILL during uploads to S3': { s3: {}, run: killed },
  'process: SIGKILL during uploads to a folder': { run: killed },
  'process: SIGTERM at random moments': { s3: {}, run: terminated },
  'process: SIGTERM as process 1': {
    wrapper: ['unshare', '--map-root-user', '--pid', '--kill-child'],
    run: terminatedAsProcess1,
  },
  'process: stopped and continued': { s3: {}, run: stopped },
  'process: log reader leaves': unread(({ service }) => service.log?.destroy()),
  'process: log reader stalls': unread(({ service }) => service.log?.pause()),
  'process: log on a full disk': unread(() => {}, 'sh', '-c', 'exec "$@" > /dev/full', 'sh'),
}
