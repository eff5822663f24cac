import express from 'express'
import { mirrored } from './mirrored.js'

const app = express()

app.get('/api/health', (_request, response) => response.json({ status: 'ok' }))
app.get('/api/mirror', (request, response) => response.json({ transformed: mirrored(request.query.word) }))

app.listen(Number(process.env.PORT), '127.0.0.1')
