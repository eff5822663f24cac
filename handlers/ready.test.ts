import t from 'tap'
import { type Phase, ready } from './ready.ts'

const phases: [Phase, number][] = [
  ['starting', 503],
  ['ready', 200],
  ['stuck', 503],
  ['draining', 503],
]

for (const [status, code] of phases)
  t.strictSame(ready({ phase: () => status })(), { status: code, body: { status } }, status)
