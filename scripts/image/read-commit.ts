import { execFileSync } from 'node:child_process'

const git = (...rest: string[]) => execFileSync('git', rest, { encoding: 'utf8', maxBuffer: Infinity }).trim()

/** What an image says of the commit it is made from, all of it read from the commit, so that every clone says the same. */
export function readCommit() {
  const id = git('rev-parse', 'HEAD')
  const { name, version, repository } = JSON.parse(git('show', `${id}:package.json`))
  const tag = id.slice(0, 8) // as long as GitLab's CI_COMMIT_SHORT_SHA
  return {
    id,
    tag,
    image: `localhost/${name}:${tag}`,
    time: Number(git('show', '--no-patch', '--format=%ct', id)),
    version: version as string,
    source: ((repository?.url ?? repository ?? '') as string).replace(/^git\+/, ''),
    bases: [...git('show', `${id}:Dockerfile`).matchAll(/^FROM (\S+)/gm)].map(([, base]) => base as string),
    dirty: git('status', '--porcelain') !== '',
  }
}

export type Commit = ReturnType<typeof readCommit>
