import { once } from 'node:events'
import t from 'tap'
import { onStopSignal } from './signals.ts'

t.test('signals are heeded before and after somebody listens', async t => {
  const heeded: string[] = []
  // Waiting for a signal alone does not keep a process alive.
  const timer = setInterval(() => {}, 1000)
  t.teardown(() => clearInterval(timer))
  const sent = once(process, 'SIGTERM')
  process.kill(process.pid, 'SIGTERM')
  await sent
  onStopSignal(signal => heeded.push(signal))
  t.strictSame(heeded, ['SIGTERM'], 'before')
  const again = once(process, 'SIGINT')
  process.kill(process.pid, 'SIGINT')
  await again
  t.strictSame(heeded, ['SIGTERM', 'SIGINT'], 'after')
})
