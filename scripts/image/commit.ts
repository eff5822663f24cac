import { execFileSync } from 'node:child_process'

const git = (...args: string[]) => execFileSync('git', args, { encoding: 'utf8', maxBuffer: Infinity }).trim()

/** What goes into the image of the commit at HEAD. All is read from the commit, so that every clone gets the same. */
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
    /** The base images, as the Dockerfile writes them. */
    bases: [...git('show', `${id}:Dockerfile`).matchAll(/^FROM (\S+)/gm)].map(([, base]) => base as string),
    dirty: git('status', '--porcelain') !== '',
  }
}

/** The name by which a base image is pulled. */
export const pullName = (base: string) => base.replace(/^\$\{DOCKER_HUB\}/, process.env.DOCKER_HUB || 'docker.io')

export type Commit = ReturnType<typeof readCommit>

/** Writes the files of a commit into a folder. */
export function checkOut(commit: string, folder: string): void {
  // git archive takes only the current folder, which may be below the top.
  const top = git('rev-parse', '--show-toplevel')
  const archive = execFileSync('git', ['archive', commit], { cwd: top, maxBuffer: Infinity })
  execFileSync('tar', ['-x', '-C', folder], { input: archive })
}
