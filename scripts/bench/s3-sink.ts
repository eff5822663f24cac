import { once } from 'node:events'
import { type AddressInfo, createServer } from 'node:net'

const stored = Buffer.from('HTTP/1.1 200 OK\r\nETag: "0"\r\nx-amz-request-id: 0\r\nContent-Length: 0\r\n\r\n')
// boto3 waits for it before it sends the body.
const continue100 = Buffer.from('HTTP/1.1 100 Continue\r\n\r\n')

/**
 * Opens a port of loopback that stands in for S3: it answers every PUT with 200. It runs in the client's process, since
 * two processes on one core would wait for each other.
 */
export async function openSink() {
  const server = createServer({ noDelay: true }, socket => {
    let received = ''
    let isContinued = false
    socket.setEncoding('latin1').on('data', (text: string) => {
      received += text
      const end = received.indexOf('\r\n\r\n')
      if (end < 0) return
      const head = received.slice(0, end)
      const length = Number(/^content-length: *(\d+)/im.exec(head)?.[1] ?? 0)
      // Such an answer would be wrong, and so what is measured.
      if (/^transfer-encoding:/im.test(head) || received.length > end + 4 + length)
        throw new Error(`the S3 sink takes one PUT at a time, with Content-Length: ${head}`)
      if (received.length < end + 4 + length) {
        if (isContinued || !/^expect:/im.test(head)) return
        socket.write(continue100)
        isContinued = true
        return
      }
      received = ''
      isContinued = false
      socket.write(stored)
    })
    socket.on('error', () => {})
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return { port: (server.address() as AddressInfo).port, [Symbol.dispose]: () => void server.close() }
}
