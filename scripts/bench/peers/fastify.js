import Fastify from 'fastify'
import { mirrored } from './mirrored.js'

const { PORT, LOG_LEVEL } = process.env
const app = Fastify({ logger: LOG_LEVEL === 'debug' })

app.get('/api/health', async () => ({ status: 'ok' }))
app.get('/api/mirror', async request => ({ transformed: mirrored(request.query.word) }))

await app.listen({ port: Number(PORT), host: '127.0.0.1' })
