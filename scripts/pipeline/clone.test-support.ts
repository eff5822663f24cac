import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { dropChecksums } from '../system/copy-terraform.ts'
import { run } from '../system/run.ts'

const tree = join(import.meta.dirname, '../..')

/** Where the clone says it comes from. gitlab-ci-local reads the project's path from it. */
export const project = { path: 'platform/mirror-service', remote: 'git@gitlab.example.com:platform/mirror-service.git' }

/** The new text of files, by their paths. A file that is not there begins empty. */
export type Change = Record<string, (text: string) => string>

/**
 * Clones the commit at HEAD as the default branch of a project on GitLab, with a commit for the change if there is one. Its
 * lock files pin versions alone.
 */
export async function cloneCommit(folder: string, signal: AbortSignal, change: Change = {}): Promise<string> {
  const git = (...words: string[]) => run(['git', '-C', folder, ...words], { signal })
  const head = (await run(['git', '-C', tree, 'rev-parse', 'HEAD'], { signal })).trim()
  await run(['git', 'clone', '--quiet', '--no-checkout', tree, folder], { signal })
  await git('checkout', '--quiet', '-B', 'main', head)
  await git('remote', 'set-url', 'origin', project.remote)
  for (const [file, edit] of Object.entries(change)) writeFileSync(join(folder, file), edit(textOf(join(folder, file))))
  if (Object.keys(change).length > 0) {
    await git('add', '.')
    const author = ['-c', 'user.name=pipeline', '-c', 'user.email=pipeline@localhost']
    await git(...author, 'commit', '--quiet', '--message=change')
  }
  dropChecksums(join(folder, 'terraform'))
  return folder
}

const textOf = (file: string) => (existsSync(file) ? readFileSync(file, 'utf8') : '')
