import { constants, openSync } from 'node:fs'
import { isatty } from 'node:tty'

/** Characters kept in memory; later lines are dropped. */
const most = 1 << 20
const retryMs = 100

/**
 * An output that never waits: lines that cannot be written now are kept and tried again, up to a limit; later ones are
 * dropped and counted. `write` returns how many bytes it took; `dropped` is told the count once lines can be written, and
 * `lost` is the count since the start.
 * pino's own destination waits for ever on a full disk, and its thread on a pipe nobody reads.
 */
export function patientOutput(write: (bytes: Uint8Array) => number, dropped: (lines: number) => void) {
  let lines = ''
  let rest: Uint8Array = Buffer.alloc(0)
  let lost = 0
  let lostBefore = 0
  let planned = false

  /** Writes what is kept. Returns the code of what hinders it. */
  function flush(): unknown {
    planned = false
    rest = Buffer.concat([rest, Buffer.from(lines)])
    lines = ''
    try {
      while (rest.length > 0) rest = rest.subarray(write(rest))
    } catch (error) {
      planned = true
      setTimeout(flush, retryMs).unref()
      return (error as NodeJS.ErrnoException).code
    }
    const count = lost
    lostBefore += lost
    lost = 0
    if (count > 0) dropped(count)
    return undefined
  }

  return {
    lost: () => lostBefore + lost,

    write(line: string): void {
      // Once a line is dropped, so are all until the count of them is written.
      if (lost > 0 || rest.length + lines.length + line.length > most) lost++
      else lines += line
      // The lines of one turn of the event loop are one write.
      if (!planned) setImmediate(flush)
      planned = true
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
