import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Command } from './run.ts'

const dockerfile = join(import.meta.dirname, '../../Dockerfile')

/** The command by which the image starts, for a bundle in a folder of this machine. */
export function entryPoint(folder: string): Command {
  const [, words] = /^ENTRYPOINT (.*)$/m.exec(readFileSync(dockerfile, 'utf8')) ?? []
  if (!words) throw new Error('the Dockerfile has no ENTRYPOINT')
  const [, ...rest] = JSON.parse(words) as string[]
  return [process.execPath, ...rest.map(word => word.replace('/app', folder))]
}
