/** Mirrors a word in the obvious way; right for ASCII. */
export const mirrored = word => word.trim().split('').map(swapped).reverse().join('')

function swapped(character) {
  if (/\d/.test(character)) return String(9 - Number(character))
  const upper = character.toUpperCase()
  return character === upper ? character.toLowerCase() : upper
}
