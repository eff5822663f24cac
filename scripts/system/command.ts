import { type ParseArgsConfig, parseArgs } from 'node:util'
import { interrupted } from './interrupted.ts'

type Options = NonNullable<ParseArgsConfig['options']>

/** What a user gave: the value of each option by its name, and the other words in their order. */
type Given<O extends Options> = Pick<
  ReturnType<typeof parseArgs<{ options: O; allowPositionals: true }>>,
  'values' | 'positionals'
>

type Settings<O extends Options> = {
  help: string
  /** Options beside --help, as `parseArgs` of node:util takes them. */
  options?: O
  /** Whether it takes words that are no options. */
  positionals?: boolean
  /** What to say when it was interrupted; "interrupted" if absent. */
  interrupted?: string
  /**
   * Does the work and returns the exit code, 0 if it returns none. `WrongUse` is for options that make no sense. Any
   * other error ends the command with its message and exit code 1.
   */
  // biome-ignore lint/suspicious/noConfusingVoidType: so that it may return what `say` returns.
  run: (given: Given<O>, signal: AbortSignal) => Promise<number | void> | number | void
}

/** Options that make no sense: the message says which and what would. The command ends with exit code 2. */
export class WrongUse extends Error {}

/** Progress and problems go to standard error. */
export function say(line: string): void {
  process.stderr.write(`${line}\n`)
}

/** Results go to standard output. */
export function print(text: string): void {
  process.stdout.write(text.endsWith('\n') ? text : `${text}\n`)
}

/**
 * Runs an npm script: parses its arguments, prints its help on `--help`, and sets the exit code. This is what `run`
 * returns, or 1 failed, 2 wrong options, 130 interrupted. Ctrl-C, SIGTERM and SIGHUP abort the signal.
 */
export async function command<const O extends Options = Record<never, never>>(
  name: string,
  settings: Settings<O>,
): Promise<void> {
  const signal = interrupted()
  try {
    const { help, given } = parse(settings)
    if (help) print(settings.help)
    else process.exitCode = (await settings.run(given, signal)) ?? 0
  } catch (error) {
    const { name: kind, message } = error as Error
    if (error instanceof WrongUse) {
      say(`${name}: ${message}\nSee npm run ${name} -- --help`)
      process.exitCode = 2
    } else {
      say(`${name}: ${signal.aborted && kind === 'AbortError' ? (settings.interrupted ?? 'interrupted') : message}`)
      process.exitCode = signal.aborted ? 130 : 1
    }
  }
}

function parse<O extends Options>({ options, positionals: allowPositionals = false }: Settings<O>) {
  try {
    const { values, positionals } = parseArgs({ options: { ...options, help: { type: 'boolean' } }, allowPositionals })
    const { help, ...rest } = values as Record<string, unknown>
    return { help, given: { values: rest, positionals } as Given<O> }
  } catch (error) {
    // Node's next sentences are about words that start with a dash.
    throw new WrongUse((error as Error).message.replace(/\. .*/s, ''))
  }
}
