// Stands in for S3, as cheaply as it can: every PUT has succeeded.
import { createServer } from 'node:http'

createServer((request, response) => {
  const headers = { ETag: '"0"', 'x-amz-request-id': '0', 'Content-Length': 0 }
  request.resume().on('end', () => response.writeHead(200, headers).end())
}).listen(process.env.PORT, '127.0.0.1')
