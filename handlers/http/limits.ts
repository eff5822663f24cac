/** What one client may take. Sizes are in bytes, times in ms. */
export type Limits = Readonly<{
  /** Largest body of a request; more is answered with 413. */
  bodyBytes: number
  /** Largest request line and headers; more is answered with 431. */
  headerBytes: number
  /** Most replies owed to one connection. A client that sends more before it reads is cut off: it would fill memory. */
  pipelined: number
  /** Time for a whole request to arrive; after that the answer is 408. */
  requestMs: number
  /** Time an idle connection stays open. Longer than that of load balancers (often 60 s), so that they close first. */
  keepAliveMs: number
  /** Time the server reads on after the last reply of a connection. */
  lingerMs: number
}>

/** The limits of the service. */
export const limits: Limits = Object.freeze({
  bodyBytes: 64 * 1024,
  headerBytes: 16 * 1024,
  pipelined: 256,
  requestMs: 10_000,
  keepAliveMs: 75_000,
  lingerMs: 500,
})
