import type { Staging } from '../staging/staging.ts'
import { type Family, labels } from './exposition.ts'
import { gauge } from './runtime.ts'

const outcome = (isNew: boolean) => (isNew ? 'stored' : 'repeated')
const outcomeOfFailure = (thrown: { status?: unknown }) => (thrown.status === 502 ? 'refused' : 'failed')

/** Counts uploads: `watch` gives a place for uploads in which they are counted. */
export function uploadMetrics() {
  const outcomes = { stored: 0, repeated: 0, refused: 0, failed: 0 }
  let seconds = 0
  let watched: Staging | undefined

  function watch(staging: Staging): Staging {
    watched = staging
    return {
      ...staging,
      async put(key, text) {
        const start = performance.now()
        const putting = staging.put(key, text)
        outcomes[await putting.then(outcome, outcomeOfFailure)]++
        seconds += (performance.now() - start) / 1000
        return putting
      },
    }
  }

  const families: Family[] = [
    {
      name: 'uploads_total',
      type: 'counter',
      help: 'Uploads: stored, repeated (the key existed already), refused (a person must act), failed (it may pass).',
      samples: () => Object.entries(outcomes).map(([outcome, count]) => [labels({ outcome }), count]),
    },
    {
      name: 'upload_attempts_total',
      type: 'counter',
      help: 'Attempts to store an upload, retries included.',
      samples: () => [['', watched?.attempts() ?? 0]],
    },
    {
      name: 'upload_storage_seconds_total',
      type: 'counter',
      help: 'Time that uploads waited for storage, retries and pauses included.',
      samples: () => [['', seconds]],
    },
    gauge('credentials_expiration_timestamp_seconds', 'When the newest credentials for storage end.', () => {
      const end = watched?.credentialsEnd?.()
      return end && end / 1000
    }),
  ]
  return { watch, families }
}
