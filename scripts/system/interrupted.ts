/**
 * A signal that Ctrl-C, SIGTERM or a closed terminal aborts. Further ones are ignored, so that cleanup and Terraform
 * can finish: npm passes on each Ctrl-C that the terminal has already sent.
 */
export function interrupted(): AbortSignal {
  const controller = new AbortController()
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(name, () => controller.abort())
  process.stderr.on('error', () => {}) // the terminal is gone
  return controller.signal
}
