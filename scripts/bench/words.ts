import { mirrored } from '../../handlers/mirror.ts'
import { mirrored as obvious } from './peers/mirrored.js'

/** Nanoseconds a character, by kind and length of the word, for the service's function or the obvious one. */
export function timeWords(name: string, characters: number): Record<string, number> {
  const mirror = name === 'mirror-service' ? mirrored : obvious
  const kinds = { ASCII: 'aB3', 'not ASCII': 'aé3' }
  return Object.fromEntries(
    Object.entries(kinds).flatMap(([kind, text]) =>
      [10, 10_000].map(length => {
        const word = text.repeat(length).slice(0, length)
        const times = Math.ceil(characters / length)
        for (let count = 0; count < times / 4; count++) mirror(word)
        const start = performance.now()
        for (let count = 0; count < times; count++) mirror(word)
        const took = performance.now() - start
        return [`${kind} word of ${length}, ns a character`, (took * 1e6) / times / length]
      }),
    ),
  )
}
