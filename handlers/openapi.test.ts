import t from 'tap'
import { openapi } from './openapi.ts'

const document = { openapi: '3.1.1' }
t.strictSame(openapi({ document })(), { status: 200, body: document })
