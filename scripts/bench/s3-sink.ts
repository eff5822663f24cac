import { once } from 'node:events'
import { type AddressInfo, createServer } from 'node:net'

const stored = Buffer.from('HTTP/1.1 200 OK\r\nETag: "0"\r\nx-amz-request-id: 0\r\nContent-Length: 0\r\n\r\n')
const goOn = Buffer.from('HTTP/1.1 100 Continue\r\n\r\n')

/**
 * Opens a port of loopback that stands in for S3: every PUT has succeeded. It is in the process of the client, since two
 * on one core would wait for each other's slice of time.
 */
export async function openSink() {
  const server = createServer({ noDelay: true }, socket => {
    let received = ''
    let hasGoneOn = false
    socket.setEncoding('latin1').on('data', (text: string) => {
      received += text
      const end = received.indexOf('\r\n\r\n')
      if (end < 0) return
      const head = received.slice(0, end)
      const length = Number(/^content-length: *(\d+)/im.exec(head)?.[1] ?? 0)
      if (received.length < end + 4 + length) {
        if (!hasGoneOn && /^expect:/im.test(head)) hasGoneOn = socket.write(goOn)
        return
      }
      received = ''
      hasGoneOn = false
      socket.write(stored)
    })
    socket.on('error', () => {})
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return { port: (server.address() as AddressInfo).port, [Symbol.dispose]: () => void server.close() }
}
