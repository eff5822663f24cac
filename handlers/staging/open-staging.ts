import { setTimeout as sleep } from 'node:timers/promises'
import type { Staging } from './staging.ts'
import { within } from './within.ts'

type Location = { path: string } | { bucket: string; prefix: string; pathStyle: boolean }

type Warn = (message: string) => void

/**
 * Opens what STAGING names; `warn` is told of what does not work as it should. Rejects if that is S3 and nothing names
 * its region.
 */
export async function openStaging(text: string, deadlineMs: number, warn: Warn = console.warn): Promise<Staging> {
  const location = parseLocation(text)
  if (!('path' in location)) {
    // Loading the S3 client holds up everything for 50 ms: who waited for the port to open is answered before.
    await sleep(10)
    return (await import('./s3.ts')).openS3({ ...location, deadlineMs, warn })
  }
  const { checkDirectory, openDirectory, removeLeftovers } = await import('./directory.ts')
  const check = () => checkDirectory(location.path, warn)
  // A network file system may hang.
  await within(deadlineMs, check).catch(({ message }) => warn(`uploads may fail: ${message}`))
  const tidy = () => removeLeftovers(location.path, deadlineMs).catch(() => {})
  tidy()
  // What a process left that was killed just now is old enough then.
  setTimeout(tidy, 3 * deadlineMs).unref()
  return openDirectory(location.path, deadlineMs, warn)
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
