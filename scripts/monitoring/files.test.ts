import { spawnSync } from 'node:child_process'
import { appendFileSync, cpSync, readFileSync, rmSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import t from 'tap'
import { startServer } from '../contract/servers.test-support.ts'
import { differing } from '../system/write-files.ts'
import { alerts, recorded } from './alerts.ts'
import { panels } from './dashboard.ts'
import { generatedFiles } from './files.ts'
import { picture } from './picture.ts'
import { rules } from './rules.ts'
import { scrape } from './scrape.test-support.ts'

const top = join(import.meta.dirname, '../..')
const readme = readFileSync(join(import.meta.dirname, 'README.md'), 'utf8')

t.test('the committed files are what is generated', async t => {
  const files = generatedFiles(top)
  t.same(differing(top, files), [], 'run npm run monitoring')
  t.equal(Object.keys(files).length, 6)
})

t.test('npm run monitoring', async t => {
  const copy = t.testdir({})
  const isSource = (path: string) => !/\.tap/.test(path)
  for (const name of ['scripts', 'handlers', 'package.json'])
    cpSync(join(top, name), join(copy, name), { recursive: true, filter: isSource })
  symlinkSync(join(top, 'node_modules'), join(copy, 'node_modules'))
  const run = (...words: string[]) => {
    const options = { cwd: copy, encoding: 'utf8' } as const
    const { status, stdout, stderr } = spawnSync(process.execPath, ['scripts/monitoring.ts', ...words], options)
    return { status, said: stdout + stderr }
  }
  t.match(run('--check'), { status: 0, said: 'up to date' })
  appendFileSync(join(copy, 'scripts/monitoring/rules.json'), ' ')
  rmSync(join(copy, 'scripts/monitoring/dashboard.json'))
  for (const _ of ['the first time', 'and again: it wrote nothing'])
    t.match(run('--check'), {
      status: 1,
      said: /run it\nscripts\/monitoring\/rules.json\nscripts\/monitoring\/dashboard.json\n$/,
    })
  t.match(run(), { status: 0, said: /^written: scripts\/monitoring\/rules.json\nwritten: \S+dashboard.json\n$/ })
  t.match(run('--chekc'), { status: 2, said: "'--chekc'" })
})

t.test('rules and dashboard ask for series that the service has, and the README explains each family', async t => {
  const metrics = await scrape(t)
  const families = Array.from(metrics.matchAll(/^# TYPE (\w+)/gm), ([, name = '']) => name)
  t.ok(families.length > 10)
  const known = [...families, 'up', ...Object.values(recorded)]
  const queries = [
    ...rules().groups.flatMap(group => group.rules.map(({ expr }) => expr)),
    ...panels.flatMap(panel => Object.values(panel.queries)),
  ]
  const asked = queries.flatMap(query => Array.from(query.matchAll(/([\w:]+)\{/g), ([, name = '']) => name))
  t.ok(asked.length > 100)
  t.same(new Set(asked.map(name => name.replace(/_(count|bucket)$/, ''))).difference(new Set(known)), new Set())
  for (const family of families) t.match(readme, `\`${family}\``)
  for (const { name } of alerts) t.match(readme, `| ${name} |`)
})

t.test('ranges and waiting times can be shortened', async t => {
  const text = JSON.stringify(rules({ shortenedBy: 60 }))
  t.match(text, /window=\\"1m\\"\} > 14\.4\\nand ignoring \(window\) \S+window=\\"5s\\"/)
  t.match(text, '"for":"15s"')
  t.notMatch(text, /\[1h\]|\[3d\]|"for":"5m"/)
})

t.test('the picture has every panel, with the lines that Prometheus returns', async t => {
  const asked: string[] = []
  const url = await startServer(t, (request, response) => {
    const { searchParams } = new URL(request.url ?? '', 'http://localhost')
    asked.push(searchParams.get('query') ?? '')
    const start = Number(searchParams.get('start')) + 8 * 60
    const values = [0, 8, 16, 400, 408].map(seconds => [start + seconds, seconds === 16 ? 'NaN' : '3'])
    const result = [{ metric: { pod: 'mirror-service-5d9c7b9f4-x2k8p' }, values }]
    response.end(JSON.stringify({ data: { result } }))
  })
  const svg = await picture(url, 15)
  for (const { title } of panels) t.match(svg, `>${title}</text>`)
  t.match(svg, '>…5d9c7b9f4-x2k8p</text>')
  t.match(svg, /d="M\S+ \S+L\S+ \S+M\S+ \S+L\S+ \S+" fill="none"/, 'a gap where there is no value')
  t.match(svg, '>−7 min</text>', 'from the first value on')
  t.notMatch(svg, /NaN|undefined/)
  t.notMatch(asked.join(), '$')
})

t.test('no picture can be drawn', async t => {
  const says = (text: string) => startServer(t, (_, response) => response.end(text))
  await t.rejects(picture(await says('{"error":"too many samples"}'), 15), {
    message: /^http:\S+ says: too many samples\nto the query sum/,
  })
  for (const url of [await says('<html>'), 'nonsense'])
    await t.rejects(picture(url, 15), { message: `no Prometheus answers at ${url}` })
})
