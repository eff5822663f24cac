import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import t from 'tap'

process.env.XDG_CACHE_HOME = t.testdir()
const { buildOnce } = await import('./cache.ts')

t.test('a failed build leaves nothing behind', async t => {
  const build = buildOnce('tool-1', async folder => {
    writeFileSync(join(folder, 'half'), '')
    throw new Error('interrupted')
  })
  await t.rejects(build, { message: 'interrupted' })
  t.strictSame(readdirSync(join(process.env.XDG_CACHE_HOME as string, 'mirror-service')), [])
})

t.test('a build is done once', async t => {
  let builds = 0
  const fill = async (folder: string) => writeFileSync(join(folder, 'tool'), String(++builds))
  const folder = await buildOnce('tool-1', fill)
  t.equal(await buildOnce('tool-1', fill), folder)
  t.equal(builds, 1)
  t.ok(existsSync(join(folder, 'tool')))
})

t.test('a build that another process finished first is used', async t => {
  const folder = await buildOnce('tool-2', async unfinished => {
    const finished = unfinished.replace(/\.unfinished-\d+$/, '')
    mkdirSync(finished)
    writeFileSync(join(finished, 'first'), '')
    writeFileSync(join(unfinished, 'second'), '')
  })
  t.strictSame(readdirSync(folder), ['first'])
})
