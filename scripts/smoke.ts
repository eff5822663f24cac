import { isIP } from 'node:net'
import { smoke } from './smoke/smoke.ts'
import { command, say, WrongUse } from './system/command.ts'

await command('smoke', {
  help: `npm run smoke -- URL [OPTIONS]

Sends requests to all endpoints of a running service, right and wrong ones, and prints each with its response time.
URL is an origin, such as http://localhost:4545. One of the requests uploads a number; the object stays.

  --connect HOST  connects to this host, such as a load balancer, before DNS leads from the URL's host to it
  --wait SECONDS  waits this long for a first answer (10; a new load balancer of a cloud takes minutes)
  --help          prints this

Exit codes: 0 all replies are right, 1 some are wrong, 2 wrong options, 130 interrupted.
`,
  options: { connect: { type: 'string' }, wait: { type: 'string', default: '10' } },
  positionals: true,
  async run({ values, positionals }, signal) {
    const [given = '', ...more] = positionals
    const url = URL.parse(given)
    if (!url || !/^https?:$/.test(url.protocol) || url.href !== `${url.origin}/` || more.length > 0)
      throw new WrongUse(`"${positionals.join(' ')}" is not one origin, such as http://localhost:4545`)
    if (!/^\d+$/.test(values.wait)) throw new WrongUse(`--wait takes seconds, not "${values.wait}"`)
    const { connect, wait } = values
    // Node looks up no address.
    if (connect && isIP(url.hostname.replace(/[[\]]/g, '')))
      throw new WrongUse('--connect goes with a URL that has a name')
    const problem = await smoke(url.origin, { connect, waitSeconds: Number(wait), signal, say })
    if (problem) throw new Error(problem)
  },
})
