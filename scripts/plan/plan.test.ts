import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import t from 'tap'

const program = join(import.meta.dirname, '../plan.ts')

const cases: [args: string[], status: number, said: string | RegExp][] = [
  [['--help'], 0, '--from-state'],
  [[], 2, 'name one environment'],
  [['infr'], 2, 'give either --image IMAGE or --deployed'],
  [['infr', '--deployed', '--image=mirror:1'], 2, 'give either --image IMAGE or --deployed'],
  [['infr', '--image=mirror:1', '--from-state'], 2, '--from-state goes with --deployed'],
  [['nope', '--deployed'], 2, 'there is no terraform/vars/nope.tfvars.json'],
  [['infr', '--deplyoed'], 2, /'--deplyoed'[\s\S]*--help/],
]
for (const [args, expected, said] of cases)
  t.test(`plan ${args.join(' ')}`, async t => {
    const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...args], { encoding: 'utf8' })
    t.match({ status, said: stdout + stderr }, { status: expected, said })
  })

t.test('each waiver of a policy has its reason', async t => {
  const waivers = readFileSync(join(import.meta.dirname, '../../.checkov.yaml'), 'utf8').match(/^ +- .*/gm) ?? []
  t.ok(waivers.length > 0)
  for (const waiver of waivers) t.match(waiver, /^ {2}- CKV2?_\w+_\d+ # \w.+\.$/)
})
