import fc from 'fast-check'
import t from 'tap'
import { parseQuery, splitTarget } from './target.ts'

t.test('splitTarget', async t => {
  const cases: [string, string, string][] = [
    ['/', '/', ''],
    ['/a', '/a', ''],
    ['/a?', '/a', ''],
    ['/a?b=c', '/a', 'b=c'],
    ['/a??b?c', '/a', '?b?c'],
    ['//', '//', ''],
    ['//h/a', '//h/a', ''],
    ['/http://h/a', '/http://h/a', ''],
    ['/a?http://h/b', '/a', 'http://h/b'],
    ['/%zz', '/%zz', ''],
    ['*', '*', ''],
    ['?', '/', ''],
    ['http://h', '/', ''],
    ['http://h/', '/', ''],
    ['http://h?b', '/', 'b'],
    ['http://h/a?b', '/a', 'b'],
    ['HTTPS://u:p@[::1]:80/a?b', '/a', 'b'],
    ['http:///a', '/a', ''],
    ['ftp://h/a', 'ftp://h/a', ''],
    ['h:443', 'h:443', ''],
  ]
  for (const [target, path, query] of cases) t.strictSame(splitTarget(target), { path, query }, target)
})

t.test('parseQuery', async t => {
  const cases: [string, [string, string][]][] = [
    ['', []],
    ['&&', []],
    ['=', [['', '']]],
    ['a', [['a', '']]],
    ['a=b=c', [['a', 'b=c']]],
    ['a=1&a=2', [['a', '1']]],
    ['a=&a=2', [['a', '']]],
    ['a&a=2', [['a', '']]],
    ['?a=1', [['?a', '1']]],
    ['a=b+c%20d', [['a', 'b c d']]],
    ['a=%', [['a', '\ufffd']]],
    ['a=%zz%4', [['a', '\ufffdzz\ufffd4']]],
    ['a=%ff%fe', [['a', '\ufffd\ufffd']]],
    ['a=%F0%9F%98%80', [['a', '😀']]],
    ['a=%F0%9F', [['a', '\ufffd']]],
    ['%61=1', [['a', '1']]],
    [
      '__proto__=1&constructor=2',
      [
        ['__proto__', '1'],
        ['constructor', '2'],
      ],
    ],
    ['__proto__=%31', [['__proto__', '1']]],
  ]
  for (const [query, expected] of cases) t.strictSame(Object.entries(parseQuery(query)), expected, query)
  t.equal(parseQuery('').toString, undefined)
})

t.test('parseQuery agrees with the first values of URLSearchParams', async () => {
  const queries = fc.oneof(
    fc.string({ unit: 'binary-ascii' }),
    fc.string({ unit: fc.constantFrom('a', 'b', '=', '&', '?', '%', '+', '%41', '__proto__') }),
  )
  fc.assert(
    fc.property(queries, query => {
      const expected = new Map<string, string>()
      for (const [name, value] of new URLSearchParams(`?${query.replace(/%(?![0-9A-Fa-f]{2})/g, '%EF%BF%BD')}`))
        if (!expected.has(name)) expected.set(name, value)
      const entries = Object.entries(parseQuery(query))
      return entries.length === expected.size && entries.every(([name, value]) => expected.get(name) === value)
    }),
    { numRuns: 5000 },
  )
})
