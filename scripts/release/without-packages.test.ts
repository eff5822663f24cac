import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import t from 'tap'
import { startService } from '../contract/servers.test-support.ts'
import { copyWithoutPackages } from '../system/copy-without-packages.test-support.ts'

t.jobs = 4
const cwd = copyWithoutPackages(t)
t.notOk(existsSync(join(cwd, 'node_modules')))

async function run(name: string, ...args: string[]) {
  const env = { ...process.env, KUBE_HOST: '', KUBE_CONFIG_PATH: '', NODE_PATH: '' }
  const child = spawn(process.execPath, [`scripts/${name}.ts`, ...args], { cwd, env })
  const [stdout, stderr, [code]] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'close')])
  return { code, stdout, stderr }
}

// These have credentials: of the registry, of AWS, of the cluster.
for (const name of ['image', 'plan', 'preflight', 'release', 'sign', 'smoke', 'token', 'cluster'])
  t.test(`${name} --help`, { buffered: true }, async t => {
    const { code, stdout, stderr } = await run(name, '--help')
    t.match({ code, stdout }, { code: 0, stdout: `npm run ${name}` }, stderr)
  })

t.test('preflight', async t => {
  t.match(await run('preflight', 'nope'), { code: 2, stderr: 'there is no terraform/vars/nope.tfvars.json' })
  const stderr = /^image: "mirror" will not do\. [\s\S]*^cluster: no cluster is named/m
  t.match(await run('preflight', 'infr', '--image=mirror'), { code: 1, stdout: '', stderr })
})

t.test('smoke', async t => t.match(await run('smoke', await startService(t)), { code: 0 }))
