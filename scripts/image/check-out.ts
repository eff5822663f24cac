import { execFileSync } from 'node:child_process'

/** Lays the files of a commit, and nothing else, into a folder. */
export function checkOut(commit: string, folder: string) {
  const archive = execFileSync('git', ['archive', commit], { maxBuffer: Infinity })
  execFileSync('tar', ['-x', '-C', folder], { input: archive })
}
