import { spawnSync } from 'node:child_process'
import { globSync } from 'node:fs'
import { join } from 'node:path'
import t from 'tap'

// Whatever runs Terraform runs OpenTofu too.
const scripts = join(import.meta.dirname, '..')
const files = globSync(['terraform/validate.test.ts', '{deploy,plan,terraform}/**/*.real.test.ts'], { cwd: scripts })
const skip = spawnSync('tofu', ['version']).error ? 'tofu is not on PATH' : false
const env = { ...process.env, TERRAFORM: 'tofu' }
t.jobs = 2

for (const file of files.filter(file => join(scripts, file) !== import.meta.filename))
  t.spawn(process.execPath, [...process.execArgv, join(scripts, file)], { env, skip, buffered: true }, `tofu: ${file}`)
