/** A signal that stops the service. */
export type StopSignal = 'SIGTERM' | 'SIGINT'

let listener: ((signal: StopSignal) => void) | undefined
const early: StopSignal[] = []

// The kernel drops a signal to process 1 that has no listener. So this module comes before all that takes time to load.
for (const name of ['SIGTERM', 'SIGINT'] as const)
  process.on(name, () => (listener ? listener(name) : early.push(name)))

/** Calls a function for each signal, also for those that came before. */
export function onStopSignal(listen: (signal: StopSignal) => void): void {
  listener = listen
  for (const signal of early.splice(0)) listen(signal)
}
