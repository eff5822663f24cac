import { serve } from '@hono/node-server'
import { Hono } from 'hono'
import { mirrored } from './mirrored.js'

const app = new Hono()

app.get('/api/health', c => c.json({ status: 'ok' }))
app.get('/api/mirror', c => c.json({ transformed: mirrored(c.req.query('word')) }))

serve({ fetch: app.fetch, port: Number(process.env.PORT), hostname: '127.0.0.1' })
