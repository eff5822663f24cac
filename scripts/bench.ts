import { randomInt } from 'node:crypto'
import { availableParallelism, totalmem } from 'node:os'
import { figures, measure } from './bench/figures.ts'
import { install, versions } from './bench/install.ts'
import { root } from './bench/peers.ts'
import { resultFiles, type Sample, summary, tables } from './bench/results.ts'
import { openSink } from './bench/s3-sink.ts'
import { pinClient } from './bench/server.ts'
import { command, print, say, WrongUse } from './system/command.ts'
import { run } from './system/run.ts'
import { writeFiles } from './system/write-files.ts'

await command('bench', {
  help: `npm run bench -- [OPTIONS]

Measures the bundled service beside peers that answer the same: node:http, Fastify, Hono, Express, Flask. All take
turns in random order; server and client have a core each. Needs Linux, python3 and a machine without other work.

  --rounds N   how often each is measured (5)
  --only NAME  only figures or peers whose name contains NAME, beside the floor; keeps the committed results
  --short      one round with few requests, to see that it works; keeps the committed results
  --help       prints this

A whole run writes scripts/bench/results.json, the charts and the table made from it. Takes about four minutes a round.
Exit codes: 0 measured, 1 failed, 2 wrong options, 130 interrupted.
`,
  options: {
    rounds: { type: 'string', default: '5' },
    only: { type: 'string', default: '' },
    short: { type: 'boolean', default: false },
  },
  async run({ values: { rounds: given, only, short } }, signal) {
    const rounds = short ? 1 : Number(given)
    if (!(Number.isInteger(rounds) && rounds > 0)) throw new WrongUse(`--rounds takes a whole number, not "${given}"`)
    const chosen = select(only)
    if (chosen.length === 0) throw new WrongUse(`no figure or peer contains "${only}"`)
    if (process.platform !== 'linux') throw new Error('it reads /proc and needs Linux')
    const machine = `${availableParallelism()} cores, ${Math.round(totalmem() / 2 ** 30)} GB`
    await run(['npm', 'run', 'bundle'], { folder: root, signal })
    await install(signal)
    pinClient()
    using sink = await openSink()
    const s3 = {
      AWS_ENDPOINT_URL_S3: `http://127.0.0.1:${sink.port}`,
      AWS_REGION: 'eu-west-1',
      AWS_DEFAULT_REGION: 'eu-west-1', // boto3 knows only this
      AWS_ACCESS_KEY_ID: 'bench',
      AWS_SECRET_ACCESS_KEY: 'bench',
    }
    const samples: Sample[] = []
    for (let round = 1; round <= rounds; round++)
      for (const figure of shuffled(chosen)) {
        const { name, peers } = figure
        if (round > (figure.rounds ?? rounds)) continue
        say(`round ${round} of ${rounds}: ${name}`)
        for (const peer of shuffled(peers)) {
          const values = await measure(figure, peer, { count: short ? 1000 : 100_000, s3, signal })
          samples.push({ figure: name, peer: peer.name, values })
        }
      }
    const date = new Date().toISOString().slice(0, 10)
    const measured = summary(samples, chosen)
    const results = { date, machine, rounds, versions: versions(), figures: measured }
    print(tables(results))
    if (!only && !short) print(writeFiles(root, resultFiles(results)).join('\n'))
    const total = Object.keys(measured).length
    print(`# { total: ${total}, pass: ${total}, fail: 0 }`)
  },
})

/** The figures with this in their name; if there are none, all figures with the peers that have it, and their floor. */
function select(name: string) {
  const named = figures.filter(figure => figure.name.includes(name))
  if (named.length > 0) return named
  return figures.flatMap(figure => {
    const [floor, ...others] = figure.peers
    const peers = others.filter(peer => peer.name.toLowerCase().includes(name.toLowerCase()))
    return floor && peers.length > 0 ? [{ ...figure, peers: [floor, ...peers] }] : []
  })
}

function shuffled<T>(list: readonly T[]): T[] {
  return list
    .map(item => [randomInt(2 ** 40), item] as const)
    .sort(([a], [b]) => a - b)
    .map(([, item]) => item)
}
