import type { Reply, Request } from './http/handler.ts'
import { Problem } from './http/problem.ts'
import type { Mirror } from './schemas/mirror.d.ts'

/** Gives back the query's word, mirrored. */
export function mirror({ query: { word } }: Pick<Request, 'query'>): Reply<Mirror> {
  if (word === undefined) throw new Problem(400, 'the query needs a word, as in ?word=abc')
  return { status: 200, body: { transformed: mirrored(word) } }
}

/**
 * Strips surrounding white space; turns each digit d into 9 - d, upper case into lower and lower into upper; then
 * reverses what a reader sees as characters: grapheme clusters (Unicode Annex 29) come out whole. No locale.
 */
export function mirrored(word: string): string {
  const text = stripped(word)
  // A carriage return with its line feed is the only cluster that ASCII has.
  return /^\p{ASCII}*$/u.test(text) && !text.includes('\r') ? mirroredAscii(text) : mirroredClusters(text)
}

export function mirroredClusters(text: string): string {
  const clusters = Array.from(graphemes.segment(text), ({ segment }) => Array.from(segment, swapped).join(''))
  return clusters.reverse().join('')
}

function mirroredAscii(text: string): string {
  let result = ''
  for (let index = text.length - 1; index >= 0; index--) result += ascii[text.charCodeAt(index)]
  return result
}

const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' })
const whiteSpace = /\p{White_Space}/u
const ascii = Array.from({ length: 128 }, (_, code) => swapped(String.fromCharCode(code)))

// trim() keeps U+0085 and strips U+FEFF. A pattern anchored at the end takes quadratic time on a run of inner spaces.
function stripped(word: string): string {
  let start = 0
  let end = word.length
  while (start < end && whiteSpace.test(word.charAt(start))) start++
  while (end > start && whiteSpace.test(word.charAt(end - 1))) end--
  return word.slice(start, end)
}

function swapped(character: string): string {
  if (/\p{Nd}/u.test(character)) return String(9 - digitValue(character))
  if (/\p{Uppercase}/u.test(character)) return character.toLowerCase()
  if (/\p{Lowercase}/u.test(character)) return character.toUpperCase()
  return character
}

// Decimal digits stand in runs of ten from their zero (Unicode, 4.6); runs may touch, as those of mathematics do.
function digitValue(digit: string): number {
  const code = digit.codePointAt(0) as number
  let first = code
  while (/\p{Nd}/u.test(String.fromCodePoint(first - 1))) first--
  return (code - first) % 10
}
