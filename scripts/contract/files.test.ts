import { execFile } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import t from 'tap'
import { generatedFiles, readmeSection } from './files.ts'

const cwd = fileURLToPath(new URL('../..', import.meta.url))
const redocly = fileURLToPath(import.meta.resolve('@redocly/cli/bin/cli.js'))

t.test('the committed files are what is generated', async t => {
  for (const [path, text] of Object.entries(await generatedFiles()))
    t.equal(readFileSync(cwd + path, 'utf8'), text, path)
})

t.test('redocly accepts the OpenAPI document without a warning', async t => {
  const { stderr } = await promisify(execFile)(process.execPath, [redocly, 'lint', 'handlers/openapi.json'], { cwd })
  t.match(stderr, /is valid/)
  t.notMatch(stderr, /warning/i)
})

t.test('only the named section of a README is replaced', async t => {
  t.equal(
    readmeSection('a\n<!-- x -->\nold $1\n<!-- /x -->\nb', 'x', '$& new'),
    'a\n<!-- x -->\n$& new\n<!-- /x -->\nb',
  )
  t.throws(() => readmeSection('<!-- x -->', 'x', ''), { message: /no <!-- x --> and/ })
})
