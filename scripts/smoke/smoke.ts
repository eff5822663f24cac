import { isDeepStrictEqual } from 'node:util'
import { routes } from '../../handlers/routes.ts'
import { type Case, cases } from '../contract/cases.ts'
import { readSchemas } from '../contract/schemas.ts'
import { violations } from '../system/check-schema.ts'
import { waitUntil } from '../system/wait-until.ts'

type Settings = { signal: AbortSignal; waitSeconds: number; say: (line: string) => void }

/**
 * Sends every case of the contract to a service at an origin, and says each reply's time and what is wrong with it.
 * First waits until the service answers at all: a new load balancer of a cloud, and its name, take minutes.
 * Resolves to what is wrong, in a line; undefined if nothing is.
 */
export async function smoke(origin: string, { signal, waitSeconds, say }: Settings): Promise<string | undefined> {
  say(`asks ${origin}`)
  const health: Case = { method: 'GET', target: '/api/health', headers: {}, status: 200 }
  try {
    await waitUntil(() => send(origin, health, signal, 3000), { seconds: waitSeconds, signal })
  } catch (error) {
    signal.throwIfAborted()
    return `${origin} does not answer, after ${waitSeconds} s: ${(error as Error).message}`
  }
  const all = cases(routes, readSchemas())
  let [wrong, total] = [0, 0]
  for (const each of all) {
    const start = performance.now()
    const problems = await send(origin, each, signal, 10_000).then(
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

type Reply = { status: number; statusText: string; allow: string | null; text: string }

async function send(
  origin: string,
  { method, target, headers }: Case,
  signal: AbortSignal,
  ms: number,
): Promise<Reply> {
  try {
    const limited = AbortSignal.any([signal, AbortSignal.timeout(ms)])
    const reply = await fetch(origin + target, { method, headers, signal: limited, redirect: 'manual' })
    const { status, statusText } = reply
    return { status, statusText, allow: reply.headers.get('allow'), text: await reply.text() }
  } catch (error) {
    const { cause, message } = error as Error & { cause?: Error & { code?: string } }
    throw new Error(cause?.code ?? cause?.message ?? message)
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
