import { setTimeout as delay } from 'node:timers/promises'

type Settings = { seconds: number; signal?: AbortSignal; isHopeless?: () => boolean; pauseMs?: number }

/** Asks again and again until the question is answered without an error; resolves to the answer. */
export async function waitUntil<T>(ask: () => T, { seconds, signal, isHopeless, pauseMs = 100 }: Settings): Promise<Awaited<T>> {
  const deadline = Date.now() + seconds * 1000
  while (true) {
    try {
      return await ask()
    } catch (error) {
      if (Date.now() > deadline || isHopeless?.()) throw error
    }
    await delay(pauseMs, undefined, { signal })
  }
}
