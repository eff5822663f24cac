import { spawnSync } from 'node:child_process'
import { globSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import t from 'tap'
import { buildOnce, cacheFolder } from '../system/cache.ts'
import { run } from '../system/run.ts'
import { panels } from './dashboard.ts'
import { scrape } from './scrape.test-support.ts'

const folder = import.meta.dirname

/** The promtool on PATH, the one that e2e built, or the one in Debian's package, without the package's service. */
async function findPromtool(): Promise<string> {
  if (spawnSync('promtool', ['--version']).status === 0) return 'promtool'
  const [built] = globSync('prometheus-*/promtool', { cwd: cacheFolder })
  if (built) return join(cacheFolder, built)
  const unpacked = await buildOnce('promtool-debian', async folder => {
    await run(['apt-get', 'download', 'prometheus'], { folder })
    const [file = ''] = globSync('prometheus_*.deb', { cwd: folder })
    await run(['dpkg', '-x', file, '.'], { folder })
    rmSync(join(folder, file))
  })
  return join(unpacked, 'usr/bin/promtool')
}

const promtool = await findPromtool().catch((error: Error) => error)
const skip = promtool instanceof Error && `no promtool: ${promtool.message}`
const check = (...words: string[]) => run([promtool as string, ...words], { folder })

t.test('promtool accepts the rules', { skip }, async t =>
  t.match(await check('check', 'rules', 'rules.json'), 'SUCCESS'),
)

t.test('each alert fires when it should, not before, and resolves', { skip }, async t => {
  const files = globSync('rules-test-*.json', { cwd: folder })
  t.equal((await check('test', 'rules', ...files)).match(/SUCCESS/g)?.length, files.length)
})

t.test('every query of the dashboard is PromQL', { skip }, async t => {
  const queries = panels.flatMap(panel => Object.values(panel.queries))
  const rules = queries.map((query, index) => ({
    record: `query_${index}`,
    expr: query.replaceAll('$__rate_interval', '1m'),
  }))
  const file = join(t.testdir(), 'queries.json')
  writeFileSync(file, JSON.stringify({ groups: [{ name: 'dashboard', rules }] }))
  t.match(await check('check', 'rules', file), `${queries.length} rules found`)
})

t.test('promtool accepts the metrics of the service', { skip }, async t => {
  await t.resolves(run([promtool as string, 'check', 'metrics'], { input: await scrape(t) }))
})
