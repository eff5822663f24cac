import { once } from 'node:events'
import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Test } from 'tap'
import { copyTerraform } from '../../system/copy-terraform.ts'
import { interrupted } from '../../system/interrupted.ts'
import { startTerraform, terraform } from '../../system/terraform.ts'
import { localState } from '../local-state.ts'

const interrupt = interrupted()

/**
 * A copy of terraform/ to run terraform in, without what earlier runs left. Ctrl-C and the end of the test stop what runs:
 * the terminal does not reach terraform.
 */
export function copyOf(t: Test, env: Record<string, string> = {}) {
  const copy = t.testdir({})
  copyTerraform(join(copy, 'terraform'))
  const end = new AbortController()
  const signal = AbortSignal.any([end.signal, interrupt])
  const runs: Promise<unknown>[] = []
  t.teardown(() => {
    end.abort()
    return Promise.allSettled(runs)
  })
  const run = (folder: string, ...words: string[]) => {
    const outcome = terraform(join(copy, 'terraform', folder), words, { env, signal })
    runs.push(outcome)
    return outcome
  }
  return {
    folder: (name: string) => join(copy, 'terraform', name),
    run,
    /** Runs what has to succeed; returns what it printed. */
    async succeed(folder: string, ...words: string[]): Promise<string> {
      const { code, stdout, stderr } = await run(folder, ...words)
      if (code !== 0)
        throw new Error(`terraform ${words.join(' ')} in ${folder} ended with ${code}: ${stderr || stdout}`)
      return stdout
    },
    /** Starts what will ask. */
    start(folder: string, ...words: string[]) {
      const child = startTerraform(join(copy, 'terraform', folder), words, env)
      signal.addEventListener('abort', () => child.kill('SIGKILL'))
      const ended = once(child, 'close')
      return {
        async says(text: string) {
          let said = ''
          for await (const part of child.stdout.iterator({ destroyOnReturn: false })) {
            said += part
            if (said.includes(text)) return
          }
          throw new Error(`terraform ended without saying ${text}: ${said}`)
        },
        async answer(text: string): Promise<number> {
          child.stdout.resume()
          child.stdin.end(`${text}\n`)
          return (await ended)[0]
        },
      }
    },
    keepStateLocally: () => writeFileSync(join(copy, localState.path), localState.text),
    keepStateInBucket: () => rmSync(join(copy, localState.path)),
  }
}
