import { connect, type Socket } from 'node:net'
import { setImmediate as turn } from 'node:timers/promises'

export type Load = {
  /** As in "GET /api/health". */
  request: string
  /** How many requests to send in all. */
  total: number
  /** How many at one time; 64 if absent. */
  connections?: number
  /** Sends them at this rate, whatever comes back; if absent, each connection sends as soon as it has an answer. */
  perSecond?: number
  /** Whether latency counts since a request was sent, even if it was due before; not the first of a connection. */
  sinceSent?: boolean
}

/**
 * Sends requests over connections that are kept, one at a time on each. It returns the rate of answers with status 200,
 * the 99th percentile of their ms (at a given rate, since they were due), and how many others failed. `medianP99` is the
 * median of the percentiles of as many answers as come in 100 ms: the machine's own pauses are in few of these.
 *
 * It is a client of its own because it has to count requests and to keep a rate, at less CPU than the servers need.
 */
export async function load(
  port: number,
  { request, total, connections = 64, perSecond, sinceSent }: Load,
  signal: AbortSignal,
) {
  const body = request.startsWith('POST') ? 'Content-Length: 0\r\n' : ''
  const bytes = Buffer.from(`${request} HTTP/1.1\r\nHost: localhost\r\n${body}\r\n`)
  const [sockets, idle, latencies] = [new Set<Socket>(), [] as (() => void)[], [] as number[]]
  const start = performance.now()
  let [sent, answered, refused] = [0, 0, 0]
  const { promise: done, resolve, reject } = Promise.withResolvers<void>()
  const isDone = () => answered + refused >= total
  const due = () => (perSecond ? start + (sent * 1000) / perSecond : performance.now())

  function open(): void {
    let [received, began, isFirst] = ['', 0, true]
    const next = () => {
      if (sent >= total || socket.destroyed) return
      if (due() > performance.now()) return void sendWhenDue(next)
      began = sinceSent ? performance.now() : due()
      sent++
      socket.write(bytes)
    }
    const socket = connect({ port, host: '127.0.0.1', noDelay: true }, next)
    sockets.add(socket)
    socket.setEncoding('latin1').on('data', (text: string) => {
      received += text
      const end = received.indexOf('\r\n\r\n')
      const length = /content-length: (\d+)/i.exec(received)?.[1]
      if (end < 0 || received.length < end + 4 + Number(length)) return
      if (length === undefined) return reject(new Error(`an answer without Content-Length: ${received}`))
      const isOk = received.startsWith('HTTP/1.1 200')
      if (isOk) answered++
      else refused++
      if (isOk && !(sinceSent && isFirst)) latencies.push(performance.now() - began)
      isFirst = false
      const closes = /connection: close/i.test(received)
      received = ''
      began = 0
      if (isDone()) resolve()
      else if (!closes) next()
    })
    socket.on('error', error => sent === 0 && reject(error))
    socket.on('close', () => {
      sockets.delete(socket)
      if (began) refused++
      if (isDone()) resolve()
      else if (sent < total) open()
    })
  }

  async function sendWhenDue(next: () => void): Promise<void> {
    if (idle.push(next) > 1) return
    while (idle.length > 0 && sent < total && !stopped.signal.aborted) {
      await turn() // a timer would be late by a millisecond
      while (idle.length > 0 && due() <= performance.now()) idle.pop()?.()
    }
  }

  const stopped = new AbortController()
  signal.addEventListener('abort', () => reject(signal.reason), { signal: stopped.signal })
  for (let count = 0; count < connections && count < total; count++) open()
  try {
    await done
  } finally {
    stopped.abort()
    for (const socket of sockets) socket.removeAllListeners('close').destroy()
  }
  const rate = (answered * 1000) / (performance.now() - start)
  const size = Math.ceil(rate / 10)
  const percentiles: number[] = []
  for (let from = 0; from < latencies.length; from += size)
    percentiles.push(percentile(0.99, latencies.slice(from, from + size)))
  return { perSecond: rate, p99: percentile(0.99, latencies), medianP99: percentile(0.5, percentiles), refused }
}

function percentile(share: number, values: readonly number[]): number {
  return Float64Array.from(values).sort()[Math.ceil(share * values.length) - 1] ?? 0
}
