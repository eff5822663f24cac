/**
 * Runs work that has so many ms. Then its signal is aborted and this rejects at once, even if the work ignores the signal.
 */
export function within<T>(deadlineMs: number, work: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const deadline = new AbortController()
  const late = Promise.withResolvers<never>()
  const timer = setTimeout(() => {
    const error = new Error(`no answer within ${deadlineMs} ms`)
    late.reject(error)
    deadline.abort(error)
  }, deadlineMs)
  return Promise.race([late.promise, work(deadline.signal)]).finally(() => clearTimeout(timer))
}
