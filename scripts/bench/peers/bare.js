// node:http without a framework: the floor. For uploads, UPLOAD names the client of S3.
import { createServer } from 'node:http'
import { mirrored } from './mirrored.js'

const { PORT, UPLOAD } = process.env
const { put } = UPLOAD ? await import(`./upload-${UPLOAD}.js`) : {}

createServer(async (request, response) => {
  const { method, url } = request
  if (method === 'GET' && url === '/api/health') return send({ status: 'ok' })
  if (method === 'GET' && url.startsWith('/api/mirror?')) {
    const word = new URLSearchParams(url.slice(url.indexOf('?'))).get('word')
    return send({ transformed: mirrored(word) })
  }
  if (method !== 'POST' || url !== '/api/upload-random') return response.writeHead(404).end()
  const key = `${crypto.randomUUID()}.txt`
  try {
    await put(key, String(Math.floor(Math.random() * 10_000)))
    send({ uploaded: 'ok', key })
  } catch {
    response.writeHead(500).end()
  }

  function send(body) {
    const text = JSON.stringify(body)
    response.writeHead(200, { 'Content-Type': 'application/json', 'Content-Length': Buffer.byteLength(text) })
    response.end(text)
  }
}).listen(PORT, '127.0.0.1')
