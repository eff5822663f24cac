import type { AgentFault, S3Fault } from './fault-proxy.ts'
import type { Phase } from './run-phase.ts'

/** Uploads while this share of requests to S3 meets one of these faults. */
const s3Phase = (name: string, faults: S3Fault[], rate = 0.3, refusals = [503]): Phase => ({
  name: `S3: ${name}`,
  storage: 's3',
  refusals,
  async run({ s3: { proxy }, random, seconds, wait, figures }) {
    proxy.inject(faults, rate, random)
    await wait(seconds * 1000)
    figures.faults = proxy.heal()
  },
})

/** Uploads while the agent, and perhaps S3 too, has these faults. */
const agentPhase = (name: string, faults: AgentFault[], ofS3: S3Fault[] = [], refusals = [503]): Phase => ({
  name: `credentials: ${name}`,
  storage: 's3 with an agent',
  refusals,
  async run({ s3: { agent, proxy }, random, seconds, wait, figures }) {
    agent.inject(faults, 0.5, random)
    if (ofS3.length > 0) proxy.inject(ofS3, 0.2, random)
    await wait(seconds * 1000)
    figures.faults = agent.heal() + proxy.heal()
  },
})

/** Faults between the service and S3. */
export const s3Phases: readonly Phase[] = [
  s3Phase('latency', ['slow']),
  s3Phase('silence', ['silence', 'silence after the write'], 0.1),
  s3Phase('resets', ['reset', 'reset after the write']),
  s3Phase('503 and 409', ['slow down', 'conflict']),
  s3Phase('412 after a lost reply', ['reset after the write'], 0.6),
  s3Phase('truncated answers', ['truncated head', 'truncated body']),
  s3Phase('foreign answers', ['another protocol', 'web page', 'page of a proxy'], 0.3, [502, 503]),
  s3Phase('wrong clock', ['clock an hour ahead']),
  s3Phase('everything at once', ['slow', 'silence', 'slow down', 'conflict', 'reset', 'reset after the write'], 0.4),
  {
    name: 'S3: stopped, killed and started again',
    storage: 's3',
    async run({ s3: { server, proxy }, random, seconds, wait }) {
      await server.pause()
      await wait(seconds * 400)
      server.resume()
      await wait(random.between(100, 500))
      await server.kill()
      // Longer than a client waits: no answer may depend on the server's return.
      await wait(Math.max(3000, seconds * 400))
      await server.start()
      proxy.heal()
    },
  },
  agentPhase('short-lived, from a slow agent', ['slow']),
  agentPhase('from an agent that is silent', ['silence']),
  agentPhase('from an agent that resets and fails', ['reset', 'error']),
  agentPhase('wrong', ['web page', 'wrong keys'], [], [502, 503]),
  agentPhase('expired', ['slow'], ['expired token']),
]
