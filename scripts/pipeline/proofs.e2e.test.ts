import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Context as E2eContext } from '../e2e/context.test-support.ts'
import type { Proof } from '../e2e/prove.test-support.ts'
import { brokenPolicies } from '../plan/policies.ts'
import { staleFiles } from '../terraform/pending-changes.ts'
import type { Change } from './clone.test-support.ts'

type End = { passed: boolean; ran: string[]; said: string; folder: string }

export type Context = E2eContext & {
  /** Runs jobs in a clone of this commit, changed if asked; without names, all jobs that start by themselves. */
  run: (jobs?: string[], change?: Change) => Promise<End>
}

/** What the pipeline does by itself and by hand, and what it does not do after a failure. */
export const proofs: Proof<Context>[] = [
  {
    name: 'pipeline: test, build, validate and plan of this commit; apply waits for a hand',
    async prove(context) {
      const { passed, ran, said } = await context.run()
      assert.ok(passed, end(said))
      assert.deepEqual(ran, ['build', 'plan', 'test', 'validate'])
      assert.deepEqual(await context.pods(), [], 'pods run before apply')
      const [tests] = said.match(/# \{ total: .*\}/) ?? []
      assert.ok(tests, 'npm test has not counted')
      return `test ${tests.slice(2)}; plan ${end(said).match(/\d+ to create.*/)?.[0] ?? 'without counts'}`
    },
  },
  {
    name: 'apply, by hand: what was planned is served through the load balancer, by the digest of this commit',
    async prove(context) {
      const { passed, ran, said, folder } = await context.run(['apply'])
      assert.ok(passed, end(said))
      assert.deepEqual(ran, ['apply'])
      const built = readFileSync(join(folder, '.gitlab-ci-local/artifacts/build/build.env'), 'utf8').trim()
      const image = built.replace(/^IMAGE=/, '')
      assert.equal(digest(image), digest(context.images.first), 'the image differs from that of npm run image')
      assert.deepEqual(await context.runningDigests(), [digest(image)])
      assert.equal((await fetch(`${await context.address()}/api/ready`)).status, 200)
      return image
    },
  },
  stops('a stale plan', ['apply'], ['apply'], 'The plan is stale'),
  stops('a failing test: no image', ['test', 'build'], ['test'], /not ok \d+ - made to fail/, {
    'server.test.ts': text => `${text}\nt.equal(1, 2, 'made to fail')\n`,
  }),
  stops('a stale .tf.json: no plan', ['validate', 'plan'], ['validate'], staleFiles, {
    'terraform/app/main.tf.json': text => `${text} `,
  }),
  stops('a broken policy: no apply', ['plan', 'apply'], ['plan'], brokenPolicies, {
    '.checkov.yaml': text => text.replace(/^.*CKV_K8S_11 .*\n/m, ''),
  }),
]

/** Of some jobs only those up to the one that fails run, and it says why. */
function stops(
  what: string,
  jobs: string[],
  expected: string[],
  reason: string | RegExp,
  change?: Change,
): Proof<Context> {
  return {
    name: `stops at ${what}`,
    async prove({ run }) {
      const { passed, ran, said } = await run(jobs, change)
      assert.equal(passed, false, 'nothing failed')
      assert.deepEqual(ran, expected)
      assert.ok(said.match(reason), end(said))
      return `of ${jobs.join(', ')} there ran ${ran.join(', ')}`
    },
  }
}

const digest = (image: string) => image.split('@')[1]

/** What failed, as far as tests say it, and the last words. */
const end = (said: string) => {
  const lines = said.split('\n')
  return [...lines.filter(line => line.includes('not ok ')), ...lines.slice(-30)].join('\n')
}
