import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'

const top = join(import.meta.dirname, '../..')

/** Runs the Postman collection against an origin by newman, which gets nothing of our environment. */
export async function runCollection(origin: string): Promise<{ code: number; said: string }> {
  // A warning of newman's own code (fs.F_OK), which tells nothing of the service.
  const program = ['--disable-warning=DEP0176', fileURLToPath(import.meta.resolve('newman/bin/newman.js'))]
  const options = ['--env-var', `url=${origin}`, '--timeout-request', '10000', '--ignore-redirects', '--color', 'off']
  const newman = spawn(process.execPath, [...program, 'run', 'handlers/postman.json', ...options], {
    cwd: top,
    env: {},
  })
  const [stdout, stderr, [code]] = await Promise.all([text(newman.stdout), text(newman.stderr), once(newman, 'close')])
  return { code, said: stdout + stderr }
}
