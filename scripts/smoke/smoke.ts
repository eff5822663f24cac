import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { waitUntil } from '../system/wait-until.ts'

const top = join(import.meta.dirname, '../..')

type Settings = { signal: AbortSignal; waitSeconds: number; say: (line: string) => void }

/**
 * Asks all that the Postman collection has of a service at an origin, and prints the answers with their times to stderr.
 * Waits first until it answers at all: a new load balancer of a cloud, and its name, take minutes.
 * Resolves to what is wrong, in a line; undefined where nothing is.
 */
export async function smoke(origin: string, { signal, waitSeconds, say }: Settings): Promise<string | undefined> {
  say(`asks ${origin}`)
  try {
    await waitUntil(() => answers(origin), { seconds: waitSeconds, signal })
  } catch (error) {
    signal.throwIfAborted()
    return `${origin} does not answer, after ${waitSeconds} s: ${(error as Error).message}`
  }
  const collection = [
    'run',
    'handlers/postman.json',
    '--env-var',
    `url=${origin}`,
    '--timeout-request',
    '10000',
    '--ignore-redirects',
  ]
  // A warning of newman's own code (fs.F_OK), which tells nothing of the service.
  const program = ['--disable-warning=DEP0176', join(top, 'node_modules/newman/bin/newman.js')]
  const newman = [...program, ...collection, '--color', 'off']
  const [code] = await once(spawn(process.execPath, newman, { cwd: top, stdio: ['ignore', 2, 2], signal }), 'close')
  return code === 0 ? undefined : `${origin} does not answer as it should: see above`
}

async function answers(origin: string): Promise<void> {
  try {
    await fetch(`${origin}/api/health`, { signal: AbortSignal.timeout(3000), redirect: 'manual' })
  } catch (error) {
    const { cause, message } = error as Error & { cause?: Error & { code?: string } }
    throw new Error(cause?.code ?? cause?.message ?? message)
  }
}
