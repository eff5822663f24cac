import { readdirSync, readFileSync } from 'node:fs'
import { constants, PerformanceObserver } from 'node:perf_hooks'
import { getHeapStatistics } from 'node:v8'
import { type Family, labels, type Sample } from './exposition.ts'

/** What process, event loop and heap use, by the names of OpenTelemetry and of Prometheus' own libraries. */
export function runtimeMetrics(): Family[] {
  const gcSeconds = countGarbageCollections()
  return [
    {
      name: 'nodejs_eventloop_time_seconds_total',
      type: 'counter',
      help: 'Time that the event loop worked (active), or waited for something to do (idle).',
      samples() {
        const { active, idle } = performance.eventLoopUtilization()
        const state = (name: string) => labels({ nodejs_eventloop_state: name })
        return [
          [state('active'), active / 1000],
          [state('idle'), idle / 1000],
        ]
      },
    },
    {
      name: 'v8js_gc_duration_seconds_total',
      type: 'counter',
      help: 'Time spent in garbage collections.',
      samples: () => [...gcSeconds].map(([type, seconds]) => [labels({ v8js_gc_type: type }), seconds]),
    },
    gauge('v8js_memory_heap_used_bytes', 'Heap in use.', () => getHeapStatistics().used_heap_size),
    gauge('v8js_memory_heap_limit_bytes', 'The heap can grow to this.', () => getHeapStatistics().heap_size_limit),
    {
      name: 'process_cpu_seconds_total',
      type: 'counter',
      help: 'Time of CPU in user and system mode.',
      samples() {
        const { user, system } = process.cpuUsage()
        return [['', (user + system) / 1e6]]
      },
    },
    gauge('process_resident_memory_bytes', 'Memory that the process holds.', () => process.memoryUsage.rss()),
    gauge('process_start_time_seconds', 'Start of the process, in Unix time.', () => performance.timeOrigin / 1000),
    // Linux alone tells these two.
    gauge('process_open_fds', 'Open file descriptors.', () => readdirSync('/proc/self/fd').length),
    gauge('process_max_fds', 'Most file descriptors that may be open.', () =>
      Number(/^Max open files +(\d+)/m.exec(readFileSync('/proc/self/limits', 'utf8'))?.[1]),
    ),
  ]
}

/** A metric of one value; without a sample while there is none. */
export function gauge(name: string, help: string, value: () => number | undefined): Family {
  function samples(): Sample[] {
    try {
      const now = value()
      return now === undefined ? [] : [['', now]]
    } catch {
      return []
    }
  }
  return { name, type: 'gauge', help, samples }
}

// Missing in the types of Node.
type Collection = { detail: { kind: number }; duration: number }

/** Adds up the seconds of garbage collections, by type. */
function countGarbageCollections(): Map<string, number> {
  const names = new Map([
    [constants.NODE_PERFORMANCE_GC_MINOR, 'minor'],
    [constants.NODE_PERFORMANCE_GC_MAJOR, 'major'],
    [constants.NODE_PERFORMANCE_GC_INCREMENTAL, 'incremental'],
    [constants.NODE_PERFORMANCE_GC_WEAKCB, 'weakcb'],
  ])
  const seconds = new Map([...names.values()].map(name => [name, 0]))
  const observer = new PerformanceObserver(list => {
    for (const { detail, duration } of list.getEntries() as unknown as Collection[]) {
      const name = names.get(detail.kind) as string
      seconds.set(name, (seconds.get(name) as number) + duration / 1000)
    }
  })
  observer.observe({ entryTypes: ['gc'] })
  return seconds
}
