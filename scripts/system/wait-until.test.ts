import t from 'tap'
import { waitUntil } from './wait-until.ts'

/** Fails so many times before it succeeds. */
function failing(times: number) {
  let calls = 0
  return () => {
    calls++
    if (calls <= times) throw new Error(`failure ${calls}`)
    return calls
  }
}

t.test('asks until it succeeds', async t => {
  t.equal(await waitUntil(failing(3), { seconds: 60, pauseMs: 1 }), 4)
})

t.test('throws the last failure when time is up, or when it is to give up', async t => {
  await t.rejects(waitUntil(failing(Infinity), { seconds: -1 }), { message: 'failure 1' })
  let asked = 0
  await t.rejects(waitUntil(failing(Infinity), { seconds: 60, pauseMs: 1, giveUp: () => ++asked === 3 }), {
    message: 'failure 3',
  })
})

t.test('an interrupt ends it', async t => {
  const signal = AbortSignal.abort()
  await t.rejects(waitUntil(failing(Infinity), { seconds: 60, signal }), { name: 'AbortError' })
})
