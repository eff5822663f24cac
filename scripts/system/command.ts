import { type ParseArgsConfig, parseArgs } from 'node:util'
import { interrupted } from './interrupted.ts'

type Options = NonNullable<ParseArgsConfig['options']>
type Parsed<O extends Options> = ReturnType<
  typeof parseArgs<{ options: O; allowPositionals: true; strict: true; args: string[] }>
>

type Settings<O extends Options> = {
  help: string
  options?: O
  /**
   * Does the work and returns the exit code, 0 if it returns none. `WrongUse` is for options that make no sense; any other
   * error ends the command with its message and exit code 1.
   */
  run: (given: Parsed<O>, signal: AbortSignal) => Promise<number | void> | number | void
}

/** Options that make no sense: the message says which and what would. The command ends with exit code 2. */
export class WrongUse extends Error {}

/** Progress and problems go to standard error. */
export function say(line: string): void {
  process.stderr.write(`${line}\n`)
}

/** What a command was asked for goes to standard output. */
export function print(text: string): void {
  process.stdout.write(text.endsWith('\n') ? text : `${text}\n`)
}

/**
 * Runs an npm script: parses its arguments, prints its help on `--help`, sets the exit code. Exit codes are those of `run`,
 * or 1 failed, 2 wrong options, 130 interrupted. The signal is aborted by Ctrl-C, SIGTERM or SIGHUP.
 */
export async function command<const O extends Options>(name: string, settings: Settings<O>): Promise<void> {
  const signal = interrupted()
  try {
    const { values, positionals } = parse(settings)
    if ('help' in values && values.help) print(settings.help)
    else process.exitCode = (await settings.run({ values, positionals } as Parsed<O>, signal)) ?? 0
  } catch (error) {
    if (error instanceof WrongUse) {
      say(`${name}: ${error.message}\nSee npm run ${name} -- --help`)
      process.exitCode = 2
    } else {
      say(signal.aborted ? `${name}: interrupted` : `${name}: ${(error as Error).message}`)
      process.exitCode = signal.aborted ? 130 : 1
    }
  }
}

function parse<O extends Options>({ options }: Settings<O>) {
  try {
    return parseArgs({ options: { ...options, help: { type: 'boolean' } }, allowPositionals: true })
  } catch (error) {
    throw new WrongUse((error as Error).message)
  }
}
