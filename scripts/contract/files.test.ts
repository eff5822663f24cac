import { execFile, spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import t from 'tap'
import { files } from './files.ts'

const cwd = fileURLToPath(new URL('../..', import.meta.url))
const run = (tool: string, ...words: string[]) => promisify(execFile)(`node_modules/.bin/${tool}`, words, { cwd })

t.test('what is committed is what is generated', async t => {
  for (const [path, text] of Object.entries(await files())) t.equal(readFileSync(cwd + path, 'utf8'), text, path)
})

t.test('a linter accepts the OpenAPI document, without a warning', async t => {
  const { stderr } = await run('redocly', 'lint', 'handlers/openapi.json')
  t.match(stderr, /is valid/)
  t.notMatch(stderr, /warning/i)
})

t.test('newman runs the collection against the service', async t => {
  const env = { ...process.env, PORT: '0', STAGING: `file:${t.testdir()}` }
  const service = spawn(process.execPath, ['server.ts'], { cwd, env, stdio: ['ignore', 'pipe', 'inherit'] })
  t.teardown(() => service.kill('SIGKILL'))
  let url = ''
  for await (const line of createInterface({ input: service.stdout })) {
    url ||= /http:\/\/localhost:\d+/.exec(line)?.[0] ?? ''
    if (line.includes('"ready"')) break
  }
  const { stdout } = await run('newman', 'run', 'handlers/postman.json', '--env-var', `url=${url}`)
  t.match(stdout, /assertions │ +[1-9]\d* │ +0 │/)
})
