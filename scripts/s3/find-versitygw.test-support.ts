import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'

const version = 'v1.8.0'

/** Finds the S3 server of the tests, or builds it with Go into the cache folder; returns its path or why there is none. */
export async function findVersitygw(): Promise<{ path: string } | { reason: string }> {
  if (works('versitygw', '--version')) return { path: 'versitygw' }
  const cache = process.env.XDG_CACHE_HOME || join(homedir(), '.cache')
  const folder = join(cache, 'mirror-service', `versitygw-${version}`)
  const path = join(folder, 'versitygw')
  if (existsSync(path)) return { path }
  if (!works('go', 'version')) return { reason: 'neither versitygw nor Go, which would build it, is on PATH' }

  process.stderr.write(`building versitygw ${version} with Go into ${folder}, once; this takes about two minutes\n`)
  const build = spawn('go', ['install', `github.com/versity/versitygw/cmd/versitygw@${version}`], {
    env: { ...process.env, GOBIN: folder },
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  let output = ''
  build.stderr.on('data', chunk => {
    output += chunk
  })
  const [code] = await once(build, 'close')
  return code === 0 ? { path } : { reason: `go install of versitygw failed: ${output.trim().split('\n').at(-1)}` }
}

function works(program: string, question: string) {
  return spawnSync(program, [question], { stdio: 'ignore' }).status === 0
}
