import fc from 'fast-check'
import t from 'tap'
import { mirror, mirrored, mirroredClusters } from './mirror.ts'

const words: [string, string][] = [
  ['fOoBar25', '47RAbOoF'],
  ['abcABC123987', '210678cbaCBA'],
  ['', ''],
  [' \t\n\u0085\u2003', ''],
  ['\u0085 a b \u0085', 'B A'],
  ['\ufeffa', 'A\ufeff'],
  ['straße', 'ESSARTS'],
  ['ΑΣ', 'σα'],
  ['İ', 'i̇'],
  ['²½', '½²'],
  ['٣', '6'],
  ['𝟗𝟎𝟿', '090'],
  ['Ⓐⅷ', 'Ⅷⓐ'],
  ['ǅ', 'ǅ'],
  ['ae\u0301', 'E\u0301A'],
  ['x👨‍👩‍👧🇩🇪', '🇩🇪👨‍👩‍👧X'],
  ['a\r\nb', 'B\r\nA'],
  ['a\ud800', '\ud800A'],
]

for (const [word, transformed] of words) {
  t.strictSame(mirror({ query: { word } }), { status: 200, body: { transformed } }, JSON.stringify(word))
}

t.throws(() => mirror({ query: {} }), { status: 400, message: /needs a word/ })

t.test('mirroring twice gives back ASCII without surrounding white space', async () => {
  const stripped = fc.string({ unit: 'binary-ascii' }).map(word => word.replace(/^[\t-\r ]+|[\t-\r ]+$/g, ''))
  // LF CR becomes CR LF, one cluster, which stays as it is.
  const ascii = stripped.filter(word => !word.includes('\n\r'))
  fc.assert(fc.property(ascii, word => mirrored(mirrored(word)) === word))
})

t.test('the fast path and the full path agree', async () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary-ascii' }), word => mirrored(`|${word}|`) === mirroredClusters(`|${word}|`)),
  )
})

t.test('any string has a mirror', async () => {
  const utf16 = fc.array(fc.integer({ max: 0xffff, min: 0 })).map(units => String.fromCharCode(...units))
  fc.assert(fc.property(fc.oneof(utf16, fc.string({ unit: 'grapheme' })), word => typeof mirrored(word) === 'string'))
})

t.test('many inner spaces take no time', async t => {
  const word = `a${' '.repeat(16_384)}b`
  t.equal(mirrored(word), `B${' '.repeat(16_384)}A`)
})
