import { execFile } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import t from 'tap'
import { generatedFiles } from './files.ts'

const cwd = fileURLToPath(new URL('../..', import.meta.url))
const run = (tool: string, ...words: string[]) => promisify(execFile)(`node_modules/.bin/${tool}`, words, { cwd })

t.test('the committed files are what is generated', async t => {
  for (const [path, text] of Object.entries(await generatedFiles()))
    t.equal(readFileSync(cwd + path, 'utf8'), text, path)
})

t.test('redocly accepts the OpenAPI document without a warning', async t => {
  const { stderr } = await run('redocly', 'lint', 'handlers/openapi.json')
  t.match(stderr, /is valid/)
  t.notMatch(stderr, /warning/i)
})
