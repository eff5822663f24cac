import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { run } from '../system/run.ts'

export type Build = {
  name: string
  module: string
  sources?: Record<string, string>
  packages: string[]
  flags?: string[]
}

/** Builds static programs with Go into a folder, politely, and says every half minute how far it is. */
export async function buildGo(
  { name, module, sources, packages, flags = [] }: Build,
  target: string,
  signal: AbortSignal,
) {
  await run(['go', 'version']).catch(() => {
    throw new Error(`${name} is built by Go, once, and no Go is on PATH: https://go.dev/dl`)
  })
  process.stderr.write(`builds ${name} with Go, once\n`)
  const folder = join(target, 'source')
  mkdirSync(folder)
  for (const [file, text] of Object.entries({ 'go.mod': module, ...sources })) writeFileSync(join(folder, file), text)

  const start = Date.now()
  let compiled = 0
  const progress = setInterval(() => {
    const minutes = ((Date.now() - start) / 60_000).toFixed(1)
    process.stderr.write(`  ${name}: ${compiled} packages compiled, ${minutes} minutes\n`)
  }, 30_000)
  try {
    const build = ['go', 'build', '-v', '-mod=mod', '-trimpath', '-o', `${target}/`, ...flags, ...packages]
    await run(['env', 'CGO_ENABLED=0', 'GOWORK=off', 'nice', ...build], { folder, signal, onLine: () => compiled++ })
  } finally {
    clearInterval(progress)
  }
  rmSync(folder, { recursive: true })
}
