import type { Staging } from './staging.ts'

type Location = { path: string } | { bucket: string; prefix: string; pathStyle: boolean }

/** Opens what STAGING names. Rejects if that is S3 and nothing names its region. */
export async function openStaging(text: string, deadlineMs: number): Promise<Staging> {
  const location = parseLocation(text)
  if ('path' in location) return (await import('./directory.ts')).openDirectory(location.path, deadlineMs)
  // Loading the S3 client takes a tenth of a second: only those who use it wait.
  return (await import('./s3.ts')).openS3({ ...location, deadlineMs })
}

/** Reads `file:PATH` or `s3://BUCKET/PREFIX[?path-style]`. Throws an Error that says what is wrong with it. */
export function parseLocation(text: string): Location {
  // In a URL, file://x/y would name the host x, and file://./x the folder /x.
  const path = /^file:(?!\/\/[^/])(.+)$/s.exec(text)?.[1]
  if (path) return { path }
  const [, bucket, prefix = '', query = ''] = /^s3:\/\/([^/?]*)(?:\/([^?]*))?(?:\?(.*))?$/.exec(text) ?? []
  if (bucket === undefined) throw new Error('expected file:PATH or s3://BUCKET/PREFIX')
  if (!/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/.test(bucket))
    throw new Error(`${JSON.stringify(bucket)} is not a bucket name`)
  if (query !== '' && query !== 'path-style') throw new Error(`the only option is ?path-style, not ?${query}`)
  return { bucket, prefix: prefix.replace(/\/+$/, ''), pathStyle: query === 'path-style' }
}
