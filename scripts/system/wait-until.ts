import { setTimeout as delay } from 'node:timers/promises'

type Settings = {
  seconds: number
  signal?: AbortSignal
  /** Asked after each failure; true ends the waiting. */
  giveUp?: () => boolean
  /** Between two calls. */
  pauseMs?: number
}

/** Calls `ask` again and again until it does not throw, and returns its result. In the end it throws what `ask` threw last. */
export async function waitUntil<T>(
  ask: () => T,
  { seconds, signal, giveUp, pauseMs = 100 }: Settings,
): Promise<Awaited<T>> {
  const deadline = Date.now() + seconds * 1000
  while (true) {
    try {
      return await ask()
    } catch (error) {
      if (Date.now() > deadline || giveUp?.()) throw error
    }
    await delay(pauseMs, undefined, { signal })
  }
}
