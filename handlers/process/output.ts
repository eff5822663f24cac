import { constants, openSync } from 'node:fs'
import { isatty } from 'node:tty'

type Options = {
  /** Writes as many of these bytes as fit now, and returns how many that was. */
  write: (bytes: Uint8Array) => number
  /** Told how many lines were dropped, once lines can be written again. */
  dropped: (lines: number) => void
  /** Characters kept in memory; later lines are dropped. */
  most?: number
  retryMs?: number
}

/**
 * An output that never waits: lines that cannot be written now are kept and tried again, up to a limit; later ones are
 * dropped and counted. pino's own destination waits for ever on a full disk, and its thread on a pipe nobody reads.
 */
export function patientOutput({ write, dropped, most = 1 << 20, retryMs = 100 }: Options) {
  let lines = ''
  let rest: Uint8Array = Buffer.alloc(0)
  let lost = 0
  let planned = false

  /** Writes what is kept. Returns the code of what hinders it. */
  function flush(): string | undefined {
    planned = false
    try {
      while (rest.length > 0 || lines !== '') {
        if (rest.length === 0) {
          rest = Buffer.from(lines)
          lines = ''
        }
        rest = rest.subarray(write(rest))
      }
    } catch (error) {
      planned = true
      setTimeout(flush, retryMs).unref()
      return String((error as NodeJS.ErrnoException).code)
    }
    const count = lost
    lost = 0
    if (count > 0) dropped(count)
    return undefined
  }

  return {
    write(line: string): void {
      // Once a line is dropped, so are all until the count of them is written.
      if (lost > 0 || rest.length + lines.length + line.length > most) {
        lost++
        return
      }
      lines += line
      if (planned) return
      planned = true
      // The lines of one turn of the event loop are one write.
      setImmediate(flush)
    },

    /** Writes what is left before the process ends. Waits for a reader, but at most so many ms. */
    end(withinMs = 500): void {
      const end = performance.now() + withinMs
      const cell = new Int32Array(new SharedArrayBuffer(4))
      while (flush() === 'EAGAIN' && performance.now() < end) Atomics.wait(cell, 0, 0, 10)
      // The count of what was dropped.
      flush()
    },
  }
}

/** Opens standard output as a descriptor that does not block. */
export function nonBlocking(isTerminal = isatty(1), path = '/proc/self/fd/1'): number {
  try {
    // Opened once more: set on descriptor 1, O_NONBLOCK would hold for the shell, too.
    if (isTerminal) return openSync(path, constants.O_WRONLY | constants.O_NONBLOCK | constants.O_NOCTTY)
  } catch {}
  // For a pipe, node:net sets O_NONBLOCK as this stream is made. On a file it would change nothing.
  process.stdout
  return 1
}
