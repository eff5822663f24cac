import { cpSync, mkdtempSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { run } from '../system/run.ts'

type Mutation = readonly [what: string, phase: string, file: string, from: string, to: string]

const [upload, s3, put] = ['upload-random.ts', 'staging/s3.ts', 'staging/put-object.ts']
const [files, serve] = ['staging/durable-files.ts', 'http/serve.ts']
const memory = 'log[Math.random()] = Array(3e4).fill(0); const start ='
const busy = 'for (const end = Date.now() + 1200; Date.now() < end; ); return {'

/** Ways to break the service: what it does then, a phase that finds it, a file, and in it a text, replaced. */
export const mutations: readonly Mutation[] = [
  ['acknowledges before the write', 'S3: latency', upload, 'const stored = await', 'const stored = true; void'],
  ['loses the Idempotency-Key', 'S3: latency', upload, 'sha256(idempotencyKey)}', 'randomUUID()}'],
  ['drops If-None-Match', 'S3: 412', put, ", 'if-none-match': '*'", ''],
  ['takes its own object for a stranger', 'S3: 412', s3, 'return count > 1', 'return false'],
  ['has no deadline', 'S3: stopped', s3, 'left > 0;', 'left < 1e9;'],
  ['forgets Retry-After', 'S3: stopped', s3, ", headers: { 'Retry-After': '1' }", ''],
  ['believes any 200', 'S3: foreign', put, '< 300 && replied.etag) return', '< 300) return'],
  ['writes objects in place', 'disk: full', files, 'write(temporary, text', 'write(file, text'],
  ['needs hard links', 'hard links', files, 'return await renameIfAbsent(', 'throw error; renameIfAbsent('],
  ['leaks a socket', 'client: cut', 'http/connections.ts', '=> linger(socket, lingerMs)', '=> {}'],
  ['has no limit for bodies', 'client: fuzzed', 'http/limits.ts', 'bodyBytes: 64 * 1024', 'bodyBytes: Infinity'],
  ['never clears a timer', 'client: pipelining', serve, 'const whole =', 'setInterval(Date.now, 1); const whole ='],
  ['keeps memory of requests', 'client: fuzzed', serve, 'const start =', memory],
  ['answers health late', 'client: idle', 'health.ts', 'return {', busy],
  ['closes without draining', 'SIGTERM at random', '../server.ts', 'await close(', 'true || close('],
]

/** Bundles a copy of the service with one change. Returns the folder of the bundle. */
export async function bundleWith([, , file, from, to]: Mutation, root: string, home: string): Promise<string> {
  const folder = mkdtempSync(join(home, 'broken-'))
  for (const name of ['server.ts', 'handlers', 'package.json'])
    cpSync(join(root, name), join(folder, name), { recursive: true })
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'))
  const path = join(folder, 'handlers', file)
  const parts = readFileSync(path, 'utf8').split(from)
  if (parts.length !== 2) throw new Error(`${file} does not have this text once: ${from}`)
  writeFileSync(path, parts.join(to))
  await run(['npm', 'run', 'bundle'], { folder })
  return join(folder, 'dist')
}
