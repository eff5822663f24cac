import { writeSync } from 'node:fs'
import { createRequire } from 'node:module'
import { isatty } from 'node:tty'
import { format } from 'node:util'
import pino, { type DestinationStream, type Logger } from 'pino'
import { nonBlocking, patientOutput } from './output.ts'

type Output = Pick<ReturnType<typeof patientOutput>, 'write' | 'lost'>
type Settings = { output?: Output; isTerminal?: boolean; program?: string | undefined }

/**
 * Opens the log on standard output: JSON lines, or text for people at a terminal where pino-pretty is installed. `lost` is
 * how many lines nobody took, since the start.
 */
export function openLog(level: string, settings: Settings = {}): { log: Logger; lost: () => number } {
  const { isTerminal = isatty(1), program = process.argv[1], output = standardOutput() } = settings
  const log: Logger = pino(
    {
      level,
      formatters: { level: level => ({ level }) },
      serializers: { err: withoutDetails },
      timestamp: pino.stdTimeFunctions.isoTime,
    },
    isTerminal ? readable(output, program) : output,
  )
  return { log, lost: output.lost }

  function standardOutput() {
    const descriptor = nonBlocking()
    const output = patientOutput(
      bytes => writeSync(descriptor, bytes),
      // Whatever the level.
      lines => log.child({}, { level: 'warn' }).warn({ lines }, 'lines of the log were lost'),
    )
    process.on('exit', () => output.end())
    return output
  }
}

/** Sends to the log what libraries pass to console.warn, and Node's own warnings: every line is to be JSON. */
export function logWarnings(log: Logger): void {
  console.warn = (...words: unknown[]) => log.warn(format(...words))
  process.removeAllListeners('warning').on('warning', warning => log.warn({ err: warning }, warning.message))
}

/**
 * Prints through pino-pretty, a development dependency. It is looked up at run time, beside the program: no bundle
 * contains it, and where it is not installed the log stays JSON.
 */
function readable(output: DestinationStream, program = ''): DestinationStream {
  try {
    const { prettyFactory, isColorSupported }: typeof import('pino-pretty') = createRequire(program)('pino-pretty')
    const format = prettyFactory({ colorize: isColorSupported, ignore: 'pid,hostname' })
    return { write: line => output.write(format(line)) }
  } catch {
    return output
  }
}

/** What is logged of a thrown value. An error of S3 also carries the session token and the text that was signed. */
export function withoutDetails(thrown: unknown): unknown {
  if (!(thrown instanceof Error)) return thrown
  const { name, message, stack, code, $metadata, cause } = thrown as Error & { code?: unknown; $metadata?: unknown }
  return { name, message, stack, code, $metadata, cause: cause && withoutDetails(cause) }
}
