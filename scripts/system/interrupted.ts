/**
 * Aborted by Ctrl-C, by SIGTERM, or when the terminal closes. Further signals change nothing, so that cleaning up and
 * terraform come to their end: npm sends each Ctrl-C once more to what has it from the terminal already.
 */
export function interrupted(): AbortSignal {
  const controller = new AbortController()
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(name, () => controller.abort())
  process.stderr.on('error', () => {}) // of a terminal that is gone
  return controller.signal
}
