import { createHash } from 'node:crypto'

export type Random = ReturnType<typeof seededRandom>

/** Random choices that depend on the seed alone. Source: mulberry32, a public-domain generator. */
export function seededRandom(seed: string) {
  let state = createHash('sha256').update(seed).digest().readUInt32LE()

  /** At least 0, less than 1. */
  function next(): number {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  /** A whole number: at least `from`, less than `to`. */
  const between = (from: number, to: number) => from + Math.floor(next() * (to - from))
  const chance = (probability: number) => next() < probability
  const pick = <T>(list: readonly T[]) => list[between(0, list.length)] as T
  /** This many bytes, as characters from U+0000 to U+00FF. */
  const characters = (length: number) => String.fromCharCode(...Array.from({ length }, () => between(0, 256)))
  return { between, chance, pick, characters }
}
