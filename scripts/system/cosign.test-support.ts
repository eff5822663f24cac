import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Test } from 'tap'

/** Puts a stub on PATH: it records its words and its login, and says what is given for a command, or fails with it. */
export function stubCosign(t: Test, says: Record<string, string> = {}, version = 'v3.1.3') {
  const folder = t.testdir({ ...says, asked: '' })
  const stub = `#!/bin/sh
[ "$1" = version ] && echo '{ "gitVersion": "${version}" }' && exit
echo "$* $([ -z "$DOCKER_CONFIG" ] || cat "$DOCKER_CONFIG/config.json")" >> ${folder}/asked
cat ${folder}/"$1-fails" >&2 2> /dev/null && exit 1
cat ${folder}/"$1" 2> /dev/null || true
`
  writeFileSync(join(folder, 'cosign'), stub, { mode: 0o755 })
  return {
    folder,
    PATH: `${folder}:/usr/bin:/bin`,
    asked: () =>
      readFileSync(join(folder, 'asked'), 'utf8')
        .replace(/[^\s=]*\/cosign-\w+/g, 'TMP')
        .trim()
        .split('\n'),
  }
}
