import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseEnv } from 'node:util'
import manifest from '../../package.json' with { type: 'json' }
import type { Context as E2eContext } from '../e2e/context.test-support.ts'
import type { Proof } from '../e2e/prove.test-support.ts'
import { brokenPolicies } from '../plan/policies.ts'
import { cosign } from '../system/cosign.ts'
import { staleFiles } from '../terraform/pending-changes.ts'
import type { Change } from './clone.test-support.ts'
import { makeKeys, wrongImages } from './signing.test-support.ts'

type End = { passed: boolean; ran: string[]; said: string; folder: string }

export type Context = E2eContext & {
  /**
   * Runs jobs in a clone of this commit, changed if asked; without names, all jobs that start by themselves. A change gets a
   * clone of its own, where more variables may be set and no image is verified unless they say so.
   */
  run: (jobs?: string[], change?: Change, more?: Record<string, string>) => Promise<End>
  /** What the job sign has in its environment: the key, and the login of the registry. */
  job: NodeJS.ProcessEnv
  /** For files. */
  scratch: string
}

/** What the pipeline does by itself and by hand, and what it does not do after a failure. */
export const proofs: Proof<Context>[] = [
  {
    name: 'pipeline: test, build, sign, validate and plan of this commit; apply waits for a hand',
    async prove(context) {
      const { passed, ran, said } = await context.run()
      assert.ok(passed, end(said))
      assert.deepEqual(ran, ['build', 'plan', 'sign', 'test', 'validate'])
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
      const built = readFileSync(join(folder, '.gitlab-ci-local/artifacts/build/build.env'), 'utf8')
      const image = `${parseEnv(built).IMAGE}`
      assert.equal(digest(image), digest(context.images.first), 'the image differs from that of npm run image')
      assert.ok(said.includes(`verified ${image}`), end(said))
      assert.deepEqual(await context.runningDigests(), [digest(image)])
      assert.equal((await fetch(`${await context.address()}/api/ready`)).status, 200)
      return image
    },
  },
  {
    name: 'what is served is signed; its attestations name this very commit, its pipeline and bases, Node and the packages',
    async prove(context) {
      const { job, signal, commit } = context
      const read = async (type: string) => {
        const said = await cosign(['verify-attestation', `--type=${type}`], builtImage(context), { env: job, signal })
        return JSON.parse(Buffer.from(JSON.parse(said).payload, 'base64').toString()).predicate
      }
      const { buildDefinition, runDetails } = await read('slsaprovenance1')
      const [source, ...bases]: { uri: string; digest?: { gitCommit: string } }[] = buildDefinition.resolvedDependencies
      assert.equal(source?.digest?.gitCommit, commit?.id)
      assert.match(runDetails.metadata.invocationId, /\/pipelines\//)
      const { components }: { components: { name: string; version: string }[] } = await read('cyclonedx')
      const versions = components.map(({ name, version }) => `${name} ${version}`)
      for (const wanted of [`node ${process.versions.node}`, `pino ${manifest.dependencies.pino}`])
        assert.ok(versions.includes(wanted), `${wanted} is not in the SBOM`)
      return `${source?.uri}, on ${bases.map(({ uri }) => uri).join(' and ')}; ${components.length} components`
    },
  },
  {
    name: 'no wrong image is planned: it stops, and says what is wrong',
    async prove(context) {
      const { job, scratch, signal, run } = context
      const { signing: otherKey } = await makeKeys(join(scratch, 'other-keys'))
      const wrong = await wrongImages(builtImage(context), job, otherKey, signal)
      for (const [kind, image, reason] of wrong) {
        const { passed, said } = await run(['plan'], {}, { IMAGE: image, IMAGE_VERIFICATION: '' })
        assert.ok(!passed && !said.includes('plans e2e with'), `${kind} is planned`)
        assert.ok(said.includes(reason), end(said))
      }
      return `${wrong.length} of ${wrong.length} refused: ${wrong.map(([kind]) => kind).join(', ')}`
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

/** What the pipeline has built: a proof has compared its digest. */
const builtImage = ({ job, images }: Context) => `${job.CI_REGISTRY_IMAGE}@${digest(images.first)}`

const digest = (image: string) => image.split('@')[1]

/** What failed, as far as tests say it, and the last words. */
const end = (said: string) => {
  const lines = said.split('\n')
  return [...lines.filter(line => line.includes('not ok ')), ...lines.slice(-30)].join('\n')
}
