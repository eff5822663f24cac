import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { run } from '../system/run.ts'
import { type Phase, runPhase, type Settings } from './run-phase.ts'

type Mutation = [what: string, phase: string, file: string, from: string, to: string]

const [upload, s3, files] = ['handlers/upload-random.ts', 'handlers/staging/s3.ts', 'handlers/staging/durable-files.ts']
const [serve, connections] = ['handlers/http/serve.ts', 'handlers/http/connections.ts']
const put = 'put(key, String(randomInt(10_000)))'

/** Ways to break the service, each with the phase that finds it. */
const mutations: readonly Mutation[] = [
  ['acknowledge before the write', 'S3: latency', upload, `await ${put}`, `(${put}.catch(() => {}), true)`],
  ['lose the Idempotency-Key', 'S3: latency', upload, 'sha256(idempotencyKey)}', 'randomUUID()}'],
  ['drop If-None-Match', 'S3: 412 after a lost reply', s3, ", IfNoneMatch: '*'", ''],
  ['take our own object for a stranger', 'S3: 412 after a lost reply', s3, 'return count > 1', 'return false'],
  ['have no deadline', 'S3: stopped, killed', s3, 'left > 0; count++', 'left < 1e9; count++'],
  ['forget Retry-After', 'S3: stopped, killed and started', s3, ", headers: { 'Retry-After': '1' }", ''],
  ['believe any 200', 'S3: foreign answers', s3, 'if (ETag) return', 'return'],
  ['write objects in place', 'disk: full', files, 'write(temporary, text', 'write(file, text'],
  [
    'need hard links',
    'disk: without hard links',
    files,
    'return await renameIfAbsent(from, to, signal)',
    'throw error',
  ],
  [
    'close without draining',
    'SIGTERM at random',
    'server.ts',
    'await close(limits.requestMs + UPLOAD_DEADLINE_MS)',
    'close !== undefined',
  ],
  [
    'leak a socket',
    'client: cut',
    connections,
    'socket.destroySoon = () => linger(socket, lingerMs)',
    'socket.destroySoon = () => {}',
  ],
  [
    'never clear a timer',
    'client: pipelining',
    serve,
    'running.add(exchanged)',
    'running.add(exchanged); setInterval(Date.now, 1)',
  ],
  [
    'keep memory of each request',
    'client: fuzzed',
    serve,
    'const start =',
    '(log as any)[performance.now()] = Array(30_000).fill(0)\n    const start =',
  ],
  [
    'have no limit for bodies',
    'client: fuzzed',
    'handlers/http/limits.ts',
    'bodyBytes: 64 * 1024',
    'bodyBytes: Infinity',
  ],
  [
    'answer health late',
    'client: idle',
    'handlers/health.ts',
    '): Reply<Health> {',
    ') {\n  return new Promise(done => setTimeout(done, 1200, answer()))\n}\nfunction answer() {',
  ],
]

/** Breaks the service in each way and runs the phase that has to find it. Returns how many were and were not found. */
export async function prove(
  root: string,
  phases: readonly Phase[],
  settings: Omit<Settings, 'bundle'>,
  print: (line: string) => void,
) {
  const counts = { found: 0, missed: 0, skipped: 0 }
  for (const [what, phaseName, ...change] of mutations) {
    const phase = phases.find(({ name }) => name.includes(phaseName))
    if (!phase) continue
    const folder = mkdtempSync(join(tmpdir(), 'soak-mutation-'))
    try {
      await bundle(root, folder, change)
      const { losses, skipped } = await runPhase(phase, { ...settings, bundle: join(folder, 'dist/server.mjs') })
      counts[skipped ? 'skipped' : losses.length > 0 ? 'found' : 'missed']++
      print(`${what.padEnd(36)} ${phase.name.padEnd(40)} ${skipped ?? losses[0] ?? 'NOT FOUND'}`)
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  }
  return counts
}

/** Bundles a copy of the service with one change. */
async function bundle(root: string, folder: string, [file, from, to]: [file: string, from: string, to: string]) {
  for (const name of ['server.ts', 'handlers', 'package.json'])
    cpSync(join(root, name), join(folder, name), { recursive: true })
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'))
  const source = readFileSync(join(folder, file), 'utf8')
  if (source.split(from).length !== 2) throw new Error(`${file} does not have this text once: ${from}`)
  writeFileSync(
    join(folder, file),
    source.replace(from, () => to),
  )
  await run(['npm', 'run', 'bundle'], { folder })
}
