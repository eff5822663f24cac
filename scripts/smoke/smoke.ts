import { lookup } from 'node:dns'
import { request as http, type IncomingMessage } from 'node:http'
import { request as https } from 'node:https'
import type { LookupFunction } from 'node:net'
import { text } from 'node:stream/consumers'
import { isDeepStrictEqual } from 'node:util'
import { routes } from '../../handlers/routes.ts'
import { type Case, cases } from '../contract/cases.ts'
import { readSchemas } from '../contract/schemas.ts'
import { violations } from '../system/check-schema.ts'
import { waitUntil } from '../system/wait-until.ts'

type Settings = {
  /** Host to connect to in place of the origin's: the load balancer, before DNS leads to it. TLS still checks the origin's. */
  connect?: string | undefined
  signal: AbortSignal
  waitSeconds: number
  say: (line: string) => void
}

/**
 * Sends every case of the contract to a service at an origin, and says each reply's time and what is wrong with it.
 * First waits until the service answers at all: a new load balancer of a cloud, and its name, take minutes.
 * Resolves to what is wrong, in a line; undefined if nothing is.
 */
export async function smoke(
  origin: string,
  { connect, signal, waitSeconds, say }: Settings,
): Promise<string | undefined> {
  const send = sender(origin, connect, signal)
  say(`asks ${origin}${connect && connect !== new URL(origin).hostname ? ` at ${connect}` : ''}`)
  const health: Case = { method: 'GET', target: '/api/health', headers: {}, status: 200 }
  try {
    await waitUntil(() => send(health, 3000), { seconds: waitSeconds, signal })
  } catch (error) {
    signal.throwIfAborted()
    return `${origin} does not answer, after ${waitSeconds} s: ${(error as Error).message}`
  }
  const all = cases(routes, readSchemas())
  let [wrong, total] = [0, 0]
  for (const each of all) {
    const start = performance.now()
    const problems = await send(each, 10_000).then(
      reply => problemsOf(each, reply),
      error => [(error as Error).message],
    )
    signal.throwIfAborted()
    const took = performance.now() - start
    total += took
    if (problems.length > 0) wrong++
    say(`${took.toFixed(0).padStart(5)} ms  ${each.method} ${each.target} is ${each.status}`)
    for (const problem of problems) say(`          wrong: ${problem}`)
  }
  say(
    `${all.length} requests, ${wrong} with a wrong reply; average response time: ${(total / all.length).toFixed(0)} ms`,
  )
  return wrong > 0 ? `${origin} does not answer as it should: see above` : undefined
}

type Reply = { status: number; statusText: string; allow: string | undefined; text: string }

/** Returns a function that sends one case, within a time in ms. It follows no redirect. */
function sender(origin: string, connect: string | undefined, signal: AbortSignal) {
  const request = origin.startsWith('https:') ? https : http
  // fetch cannot connect to another host than the URL's.
  const elsewhere: LookupFunction | undefined = connect
    ? (_, options, found) => lookup(connect, options, found)
    : undefined
  return async ({ method, target, headers }: Case, ms: number): Promise<Reply> => {
    const limited = AbortSignal.any([signal, AbortSignal.timeout(ms)])
    try {
      const reply = await new Promise<IncomingMessage>((resolve, reject) => {
        const options = { method, headers, signal: limited, lookup: elsewhere }
        request(origin + target, options, resolve)
          .on('error', reject)
          .end()
      })
      const { statusCode: status = 0, statusMessage: statusText = '', headers: of } = reply
      return { status, statusText, allow: of.allow, text: await text(reply) }
    } catch (error) {
      const { code, message } = (limited.aborted ? limited.reason : error) as NodeJS.ErrnoException
      throw new Error(typeof code === 'string' ? code : message)
    }
  }
}

function problemsOf({ status, schema, body, allow }: Case, reply: Reply): string[] {
  if (reply.status !== status) return [`the status is ${reply.status} ${reply.statusText}`]
  const problems = allow && !reply.allow ? ['there is no Allow header'] : []
  if (!schema) return reply.text ? [...problems, `there is a body: ${reply.text}`] : problems
  try {
    const value: unknown = JSON.parse(reply.text)
    const found = violations(schema, value).map(({ path, message }) => `${path || 'the body'} ${message}`)
    const differs = body && found.length === 0 && !isDeepStrictEqual(value, body)
    return [...problems, ...found, ...(differs ? [`the body is ${reply.text}, not ${JSON.stringify(body)}`] : [])]
  } catch {
    return [...problems, `the body is not JSON: ${reply.text.slice(0, 200)}`]
  }
}
