/** What one client may take; times in ms. */
export const limits = {
  /** More body than this is 413. */
  bodyBytes: 64 * 1024,
  /** More request line and headers than this is 431. */
  headerBytes: 16 * 1024,
  /** Replies owed to one connection; a client that sends more before it reads is cut off, or they would fill the memory. */
  pipelined: 256,
  /** A request must be here whole within this time, or it is 408. */
  requestMs: 10_000,
  /** Longer than the idle time of load balancers (60 s is common), so that it is they who close. */
  keepAliveMs: 75_000,
  /** How long a refused client is still listened to: closing a socket with unread data resets it, and the reply is lost. */
  lingerMs: 500,
}
