/** Waits for an outcome no longer than so many ms; then it rejects, whatever becomes of the outcome. */
export function within<T>(deadlineMs: number, outcome: Promise<T>): Promise<T> {
  const { promise, reject } = Promise.withResolvers<never>()
  const timer = setTimeout(() => reject(new Error(`no answer within ${deadlineMs} ms`)), deadlineMs)
  return Promise.race([outcome, promise]).finally(() => clearTimeout(timer))
}
