import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import t from 'tap'

const pipeline = (...words: string[]) =>
  spawnSync(process.execPath, [join(import.meta.dirname, '../pipeline.ts'), ...words], { encoding: 'utf8' })

t.test('wrong options are refused before anything is run', async t => {
  for (const word of ['--keeep', 'infr']) {
    const { status, stderr } = pipeline(word)
    t.equal(status, 2)
    t.match(stderr, new RegExp(`^pipeline: .*'${word}'.*\nnpm run pipeline -- --help tells the options\n$`))
  }
  t.match(pipeline('--help'), { status: 0, stdout: 'npm run pipeline' })
})
