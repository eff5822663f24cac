import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Test } from 'tap'

type Job = { name: string; when: string; needs?: { job: string }[] }

/** GitLab's variables in one kind of pipeline; null if it lacks one that others have. */
export type Variables = Record<string, string | null>

const file = join(import.meta.dirname, '../../.gitlab-ci.yml')
const gitlab = fileURLToPath(import.meta.resolve('gitlab-ci-local'))

// gitlab-ci-local does not say whether there is a pipeline at all. It does say whether a job under the same rules is run.
const probe = 'pipeline-exists'
const probeJob = `${probe}:\n  stage: test\n  script: ['true']\n  rules: !reference [workflow, rules]\n`

/** Lists the jobs that a pipeline of .gitlab-ci.yml would have. */
export function repository(t: Test) {
  const ask = gitlabCiLocal(t, `${readFileSync(file, 'utf8')}\n${probeJob}`)
  return (variables: Variables): string[] => {
    const words = Object.entries(variables).map(([name, value]) =>
      value === null ? `--unset-variable=${name}` : `--variable=${name}=${value}`,
    )
    const known = `--ignore-predefined-vars=${Object.keys(variables)}` // or it mixes warnings into its JSON
    const jobs = (JSON.parse(ask('--list-json', '--no-json-schema-validation', known, ...words)) as Job[]).filter(
      ({ when }) => when !== 'never',
    )
    return jobs.some(({ name }) => name === probe) ? jobs.filter(({ name }) => name !== probe).map(sentence) : []
  }
}

/** .gitlab-ci.yml, changed if asked, with everything written out that jobs share. Throws if GitLab's JSON Schema refuses it. */
export const preview = (t: Test, change = (text: string) => text): string =>
  gitlabCiLocal(t, change(readFileSync(file, 'utf8')))('--preview')

/** Runs gitlab-ci-local in a repository with one .gitlab-ci.yml. */
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
    // tap adds its loaders to the NODE_OPTIONS of all programs. Without them this one starts in half the time.
    const command = ['-u', 'NODE_OPTIONS', process.execPath, gitlab, '--no-color', `--home=${folder}`, ...words]
    const { status, stdout, stderr } = spawnSync('env', command, { cwd: folder, encoding: 'utf8' })
    if (status !== 0) throw new Error(stderr)
    return stdout
  }
}

/** A job in words: "plan after build and validate", "apply by hand after plan". */
function sentence({ name, when, needs = [] }: Job): string {
  const start = when === 'manual' ? ' by hand' : when === 'on_success' ? '' : ` ${when}`
  return `${name}${start}${needs.length > 0 ? ` after ${needs.map(({ job }) => job).join(' and ')}` : ''}`
}
