/** Where uploads go. */
export type Location = { path: string } | { bucket: string; prefix: string; pathStyle: boolean }

/** Reads `file:PATH` or `s3://BUCKET/PREFIX[?path-style]`; throws an Error that says what is wrong with it. */
export function parseLocation(text: string): Location {
  // file://x/y would have x as a host by the rules of URLs, and file://./x a surprise.
  const path = /^file:(?!\/\/[^/])(.+)$/s.exec(text)?.[1]
  if (path) return { path }
  const [, bucket, prefix = '', query = ''] = /^s3:\/\/([^/?]*)(?:\/([^?]*))?(?:\?(.*))?$/.exec(text) ?? []
  if (bucket === undefined) throw new Error('expected file:PATH or s3://BUCKET/PREFIX')
  if (!/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/.test(bucket))
    throw new Error(`${JSON.stringify(bucket)} is no name of a bucket`)
  if (query !== '' && query !== 'path-style') throw new Error(`the only option is ?path-style, not ?${query}`)
  return { bucket, prefix: prefix.replace(/\/+$/, ''), pathStyle: query === 'path-style' }
}
