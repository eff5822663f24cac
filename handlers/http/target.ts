import type { Request } from './handler.ts'

/** Splits a request target in origin-form or absolute-form (RFC 9112, 3.2). Unlike `new URL`, it never throws. */
export function splitTarget(target: string): { path: string; query: string } {
  const local = target.replace(/^https?:\/\/[^/?#]*/i, '')
  const mark = local.indexOf('?')
  return mark < 0
    ? { path: local || '/', query: '' }
    : { path: local.slice(0, mark) || '/', query: local.slice(mark + 1) }
}

/** Parses a query by the rules of HTML forms. Of repeated names the first counts. Never throws. */
export function parseQuery(query: string): Request['query'] {
  const values: Record<string, string> = Object.create(null)
  for (const [name, value] of pairs(query)) values[name] ??= value
  return values
}

function pairs(query: string): Iterable<[string, string]> {
  // URLSearchParams keeps a % that escapes nothing: here it becomes U+FFFD. It drops one leading ?, so this adds one.
  if (/[%+]/.test(query)) return new URLSearchParams(`?${query.replace(/%(?![\da-f]{2})/gi, '\ufffd')}`)
  // Without those, splitting gives the same, and faster.
  const plain = query.split('&').filter(pair => pair !== '')
  return plain.map(pair => {
    const sign = pair.indexOf('=')
    return sign < 0 ? [pair, ''] : [pair.slice(0, sign), pair.slice(sign + 1)]
  })
}
