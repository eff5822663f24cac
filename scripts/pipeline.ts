import { runSuite } from './e2e/run-suite.ts'
import { command } from './system/command.ts'

const help = `npm run pipeline [-- OPTIONS]

Runs .gitlab-ci.yml of the commit at HEAD, unchanged, with gitlab-ci-local on the cluster of "npm run cluster": test, build,
sign, validate and plan by themselves, then apply by hand. It runs it again with what should stop it: wrong images, a failing
test, a stale .tf.json, a broken policy, a stale plan. What is not committed is left out. Takes about 12 minutes once the
cluster is built, and cosign if PATH has none.

  --keep     leaves the cluster up to look at; before the next run: npm run cluster -- down
  --verbose  shows all output of the jobs
  --help     prints this

Writes dist/pipeline.xml (JUnit).
Exit codes: 0 all passed, or nothing can be run here; 1 not all, 2 wrong options, 130 interrupted.
`

await command('pipeline', {
  help,
  options: { keep: { type: 'boolean' }, verbose: { type: 'boolean' } },
  run({ values: { keep, verbose } }, signal) {
    const env = { PIPELINE_KEEP: keep ? '1' : '', PIPELINE_VERBOSE: verbose ? '1' : '' }
    return runSuite('pipeline', { env, signal })
  },
})
