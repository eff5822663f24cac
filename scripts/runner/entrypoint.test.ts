import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import t, { type Test } from 'tap'

const token = 'glrt-t3_abc.01-XYZ'
const given = { GITLAB_URL: 'https://example.com/gitlab', GITLAB_RUNNER_TOKEN: token, HOSTNAME: 'task-1' }

// A stub gitlab-runner: prints its command and the signals it gets. It may refuse the token, and its job may be long.
const gitlabRunner = `#!${process.execPath}
const fs = require('node:fs')
const say = line => fs.writeSync(1, line + '\\n')
const [command] = process.argv.slice(2)
say(command + ', token in the environment: ' + JSON.stringify(process.env).includes('glrt-'))
if (command === 'verify') process.exit(process.env.REFUSED ? 1 : 0)
const job = setTimeout(() => {}, 60_000)
process.on('SIGQUIT', () => {
  say('SIGQUIT')
  if (!process.env.LONG_JOB) process.exit(0)
})
process.on('SIGTERM', () => {
  say('SIGTERM')
  process.exit(3)
})
say('runs')
`

function start(t: Test, env: Record<string, string> = given) {
  const folder = t.testdir({ bin: {}, home: {} })
  writeFileSync(join(folder, 'bin/gitlab-runner'), gitlabRunner, { mode: 0o755 })
  const child = spawn(join(import.meta.dirname, 'entrypoint.sh'), [], {
    env: { PATH: `${join(folder, 'bin')}:${process.env.PATH}`, HOME: join(folder, 'home'), ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  t.teardown(() => child.kill('SIGKILL'))
  const said = { stdout: '', stderr: '' }
  for (const name of ['stdout', 'stderr'] as const)
    child[name].setEncoding('utf8').on('data', part => {
      said[name] += part
    })
  const closed = once(child, 'close')
  return {
    child,
    config: join(folder, 'home/.gitlab-runner/config.toml'),
    async runs() {
      while (!said.stdout.endsWith('runs\n')) await once(child.stdout, 'data')
    },
    async ends() {
      const [status] = await closed
      return { status, ...said }
    },
  }
}

const skip = spawnSync('bash', ['--version']).error && 'bash is not on PATH'

t.test('a runner', { skip }, async t => {
  const { child, config, ends, runs } = start(t)
  await runs()
  t.match(readFileSync(config, 'utf8'), `url = "${given.GITLAB_URL}"\n`)
  t.match(readFileSync(config, 'utf8'), `token = "${token}"\n  executor = "shell"`)
  t.match(readFileSync(config, 'utf8'), /^concurrent = 1$/m)
  t.equal(statSync(config).mode & 0o077, 0, 'only the runner can read the token')
  child.kill('SIGQUIT')
  t.match(await ends(), {
    status: 0,
    stdout: /verify, token in the environment: false\nrun, token in the environment: false\nruns\nSIGQUIT\n$/,
  })
})

t.test('a job that does not finish in time', { skip }, async t => {
  const { child, ends, runs } = start(t, { ...given, LONG_JOB: 'yes', FINISH_SECONDS: '0.1' })
  await runs()
  child.kill('SIGTERM')
  t.match(await ends(), { status: 3, stdout: /SIGQUIT\nSIGTERM\n$/ })
})

const wrong: [env: Record<string, string>, status: number, said: RegExp][] = [
  [{ GITLAB_URL: '' }, 1, /GITLAB_URL: is not set/],
  [{ GITLAB_URL: 'https://gitlab.example.com/"' }, 2, /^runner: GITLAB_URL is .* not https:\/\/host or/m],
  [{ GITLAB_RUNNER_TOKEN: '' }, 1, /GITLAB_RUNNER_TOKEN: is not set/],
  [{ GITLAB_RUNNER_TOKEN: 'GR1348941abc' }, 2, /^runner: GITLAB_RUNNER_TOKEN begins with glrt-/],
  [{ REFUSED: 'yes' }, 1, /^$/],
]
for (const [env, status, said] of wrong)
  t.test(JSON.stringify(env), { skip }, async t => {
    const { stdout, ...ended } = await start(t, { ...given, ...env }).ends()
    t.match(ended, { status, stderr: said })
    t.notMatch(stdout, 'runs')
  })
