import type { Location } from './location.ts'

/** Where uploads are kept. */
export type Staging = {
  /** What every key here begins with. */
  prefix: string
  /**
   * Stores a text durably under a key that nothing has yet, and resolves to true; to false, changing nothing, where
   * something has. Rejects with a Problem: 503 to come again, 502 where coming again is no use.
   */
  put(key: string, text: string): Promise<boolean>
}

/** Loads what serves a location: the S3 client takes a tenth of a second, which only those who use it spend. */
export async function openStaging(location: Location, deadlineMs: number): Promise<Staging> {
  if ('path' in location) return (await import('./directory.ts')).openDirectory(location.path, deadlineMs)
  return (await import('./s3.ts')).openS3({ ...location, deadlineMs })
}
