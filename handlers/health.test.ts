import t from 'tap'
import { health } from './health.ts'

t.strictSame(health(), { status: 200, body: { status: 'ok' } })
