import type { Logger } from 'pino'
import type { Reply } from './handler.ts'
import { Problem } from './problem.ts'

/** Renders whatever was thrown, a string too, as a reply; logs it once where the fault is not the client's. */
export function failure(thrown: unknown, log: Logger): Reply {
  const problem = thrown instanceof Problem ? thrown : new Problem(500, 'unexpected failure', { cause: thrown })
  if (Object.hasOwn(problem, 'cause')) log.error({ err: problem.cause }, problem.message)
  return problem.reply
}
