/** Progress, and what is wrong: beside what a command prints. */
export function say(line: string) {
  process.stderr.write(`${line}\n`)
}

/** What a command is asked for; its exit code then is 0. */
export function print(text: string) {
  process.stdout.write(text)
  return 0
}

/** What is read of a command's words; where that throws, undefined, and the reason is said with the way to the help. */
export function readOptions<T>(command: string, read: () => T): T | undefined {
  try {
    return read()
  } catch (error) {
    say(`${command}: ${(error as Error).message}\nnpm run ${command} -- --help tells the options`)
    return undefined
  }
}
