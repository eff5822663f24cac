import t from 'tap'
import { seededRandom } from './random.ts'
import { randomRequest } from './raw-requests.ts'

const draw = (seed: string) => {
  const random = seededRandom(seed)
  return Array.from({ length: 200 }, () => randomRequest(random))
}

t.test('a seed repeats its requests', async t => {
  t.strictSame(draw('1'), draw('1'))
  t.notSame(draw('1'), draw('2'))
})

t.test('nearly all requests differ', async t => {
  t.ok(new Set(draw('1')).size > 195)
})
