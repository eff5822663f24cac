import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Test } from 'tap'

type Job = { name: string; when: string; needs?: { job: string }[] }

/** GitLab's variables in one kind of pipeline; null where that kind has not what others have. */
export type Variables = Record<string, string | null>

const file = join(import.meta.dirname, '../../.gitlab-ci.yml')
const gitlab = fileURLToPath(import.meta.resolve('gitlab-ci-local'))

// Whether there is a pipeline at all, gitlab-ci-local does not tell; of a job under the same rules it does.
const probe = 'pipeline-exists'
const probeJob = `${probe}:\n  stage: test\n  script: ['true']\n  rules: !reference [workflow, rules]\n`

/** A repository with .gitlab-ci.yml in it, changed if asked, to have the jobs listed that a pipeline would have. */
export function repository(t: Test, change: (text: string) => string = text => text) {
  const ask = gitlabCiLocal(t, `${change(readFileSync(file, 'utf8'))}\n${probeJob}`)
  return (variables: Variables): string[] => {
    const words = Object.entries(variables).map(([name, value]) =>
      value === null ? `--unset-variable=${name}` : `--variable=${name}=${value}`,
    )
    const known = `--ignore-predefined-vars=${Object.keys(variables)}` // or it warns, in the midst of its JSON
    const jobs = (JSON.parse(ask('--list-json', known, ...words)) as Job[]).filter(({ when }) => when !== 'never')
    return jobs.some(({ name }) => name === probe) ? jobs.filter(({ name }) => name !== probe).map(sentence) : []
  }
}

/** The file with all that its jobs share written out in each. */
export const preview = (t: Test): string => gitlabCiLocal(t, readFileSync(file, 'utf8'))('--preview')

/** Makes a repository of one .gitlab-ci.yml, to ask gitlab-ci-local about it. */
function gitlabCiLocal(t: Test, text: string) {
  const folder = mkdtempSync(join(tmpdir(), 'gitlab-ci-'))
  t.teardown(() => rmSync(folder, { recursive: true }))
  writeFileSync(join(folder, '.gitlab-ci.yml'), text)
  const git = (...words: string[]) => execFileSync('git', words, { cwd: folder, stdio: 'ignore' })
  git('init', '--initial-branch=main')
  git('remote', 'add', 'origin', 'git@gitlab.example.com:platform/mirror-service.git')
  git('add', '.')
  git('-c', 'user.name=n', '-c', 'user.email=e@host.example', 'commit', '--no-gpg-sign', '--message=m')

  return (...words: string[]): string => {
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      [gitlab, '--no-color', `--home=${folder}`, ...words],
      { cwd: folder, encoding: 'utf8' },
    )
    if (status !== 0) throw new Error(stderr)
    return stdout
  }
}

/** A job as a person would say it: "plan after build and validate", "apply by hand after plan". */
function sentence({ name, when, needs = [] }: Job): string {
  const start = when === 'manual' ? ' by hand' : when === 'on_success' ? '' : ` ${when}`
  return `${name}${start}${needs.length > 0 ? ` after ${needs.map(({ job }) => job).join(' and ')}` : ''}`
}
