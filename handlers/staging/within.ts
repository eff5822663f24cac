import { setTimeout as sleep } from 'node:timers/promises'

const tidyMs = 100

/**
 * Runs work that has so many ms. Then its signal is aborted and this rejects at once, even if the work ignores the
 * signal; the error has the code ETIMEDOUT.
 */
export function within<T>(limitMs: number, work: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const limit = new AbortController()
  const late = Promise.withResolvers<never>()
  const timer = setTimeout(() => {
    const error = Object.assign(new Error(`no answer within ${limitMs} ms`), { code: 'ETIMEDOUT' })
    late.reject(error)
    limit.abort(error)
  }, limitMs)
  const working = (async () => work(limit.signal))()
  return Promise.race([late.promise, working]).finally(() => clearTimeout(timer))
}

/**
 * Runs work within a limit, and counts what still runs after it because nothing can end it. While `most` of it hang,
 * more is refused with the code EBUSY; `warn` is told each time that many are reached. `what` names the work in messages.
 */
export function bounded(limitMs: number, most: number, what: string, warn: (message: string) => void) {
  let hanging = 0
  return {
    stuck: () => hanging >= most,
    async run<T>(work: (signal: AbortSignal) => Promise<T>): Promise<T> {
      if (hanging >= most) throw Object.assign(new Error(`${hanging} ${what} hang`), { code: 'EBUSY' })
      return within(limitMs, signal => {
        const running = work(signal)
        signal.addEventListener('abort', async () => {
          const ended = Promise.allSettled([running])
          // What heeds the signal may need a moment to tidy up.
          if (await Promise.race([ended, sleep(tidyMs, undefined, { ref: false })])) return
          if (++hanging === most) warn(`${most} ${what} hang: no more begin until one of them ends`)
          await ended
          hanging--
        })
        return running
      })
    },
  }
}
