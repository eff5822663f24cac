import { closeSync } from 'node:fs'
import t from 'tap'
import { nonBlocking, patientOutput } from './output.ts'

/** An output whose reader takes what the test lets it take. */
function slow() {
  let received = ''
  let room: number | string = Infinity
  const counts: number[] = []
  const output = patientOutput(
    bytes => {
      if (typeof room === 'string' || room === 0) throw Object.assign(new Error('full'), { code: room || 'EAGAIN' })
      const taken = bytes.subarray(0, room)
      room -= taken.length
      received += Buffer.from(taken).toString('latin1')
      return taken.length
    },
    lines => {
      counts.push(lines)
      output.write(`lost ${lines}\n`)
    },
  )
  const allow = (next: number | string) => {
    room = next
  }
  return { output, counts, received: () => received, allow }
}

const turn = () => new Promise(setImmediate)
const until = async (done: () => boolean) => {
  while (!done()) await turn()
}

t.test('the lines of one turn are written together, in their order', async t => {
  let writes = 0
  const output = patientOutput(
    ({ length }) => {
      writes++
      return length
    },
    () => t.fail(),
  )
  for (const line of ['a\n', 'b\n', 'c\n']) output.write(line)
  t.equal(writes, 0)
  await turn()
  t.equal(writes, 1)
})

for (const code of ['EAGAIN', 'ENOSPC', 'EIO', 'EPIPE'])
  t.test(`${code}: writing never waits, and what was kept comes later`, async t => {
    const { output, received, allow } = slow()
    allow(code)
    output.write('a\n')
    await turn()
    output.write('b\n')
    await turn()
    t.equal(received(), '')
    allow(Infinity)
    await until(() => received() === 'a\nb\n')
    output.write('c\n')
    await until(() => received() === 'a\nb\nc\n')
    t.pass('in their order')
  })

t.test('a line that was written in part goes on where it stopped', async t => {
  const { output, received, allow } = slow()
  allow(3)
  output.write('abc\u00e9f\n')
  await turn()
  t.equal(received(), 'abc')
  allow(1)
  await until(() => received() === 'abc\u00c3')
  allow(Infinity)
  await until(() => received() === 'abc\u00c3\u00a9f\n')
  t.pass('even within a character')
})

/** So many characters are kept. */
const most = 2 ** 20

t.test('lines beyond the limit are dropped, and counted once there is room', async t => {
  const { output, received, counts, allow } = slow()
  const kept = [`${'x'.repeat(most - 20)}\n`, '6789\n']
  allow(0)
  for (const line of [...kept, 'this one is too long\n', 'x\n']) output.write(line)
  await turn()
  output.write('y\n')
  t.strictSame(counts, [])
  allow(Infinity)
  await until(() => received() === `${kept.join('')}lost 3\n`)
  output.write('z\n')
  await until(() => received().endsWith('z\n'))
  t.strictSame(counts, [3])
})

t.test('a single line beyond the limit is dropped, and the log goes on', async t => {
  const { output, received } = slow()
  output.write(`${'x'.repeat(most)}\n`)
  await until(() => received() === 'lost 1\n')
  output.write('a\n')
  await until(() => received() === 'lost 1\na\n')
  t.pass('after the count')
})

t.test('a full disk is tried again after a while, not all the time', async t => {
  let writes = 0
  const output = patientOutput(
    () => {
      writes++
      throw Object.assign(new Error('full'), { code: 'ENOSPC' })
    },
    () => t.fail(),
  )
  output.write('a\n')
  for (let count = 0; count < 100; count++) await turn()
  t.ok(writes < 10, `${writes} writes in a hundred turns`)
})

t.test('end: what is left is written at once', async t => {
  const { output, received, allow } = slow()
  allow(0)
  output.write('a\n')
  output.write('x'.repeat(most))
  await turn()
  allow(Infinity)
  output.end()
  t.equal(received(), 'a\nlost 1\n')
  t.equal(output.lost(), 1)
})

t.test('end: a reader is waited for, but not for ever', async t => {
  const { output, received, allow } = slow()
  allow(0)
  output.write('a\n')
  const start = performance.now()
  output.end(50)
  const ms = performance.now() - start
  t.ok(ms >= 50 && ms < 1000, `${ms} ms`)
  t.equal(received(), '')
})

t.test('end: a full disk is not waited for', async t => {
  const { output, allow } = slow()
  allow('ENOSPC')
  output.write('a\n')
  const start = performance.now()
  output.end(60_000)
  t.ok(performance.now() - start < 5000)
})

t.test('a terminal is opened once more; what cannot be opened, and no terminal, stays as it is', async t => {
  const opened = nonBlocking(true, '/dev/null')
  t.ok(opened > 2)
  closeSync(opened)
  t.equal(nonBlocking(true, '/no/such/terminal'), 1)
  t.equal(nonBlocking(false), 1)
})
