import { execFile } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import t from 'tap'
import { generatedFiles } from './files.ts'

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
