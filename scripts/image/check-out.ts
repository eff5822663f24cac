import { execFileSync } from 'node:child_process'

/** Lays the files of a commit, and nothing else, into a folder. */
export function checkOut(commit: string, folder: string) {
  // All of it, wherever in the repository this is run.
  const top = execFileSync('git', ['rev-parse', '--show-toplevel'], { encoding: 'utf8' }).trim()
  const archive = execFileSync('git', ['archive', commit], { cwd: top, maxBuffer: Infinity })
  execFileSync('tar', ['-x', '-C', folder], { input: archive })
}
