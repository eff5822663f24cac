import type { ChildProcess } from 'node:child_process'

/** Whether a child has ended. Its exit code stays null if a signal ended it. */
export const hasEnded = ({ exitCode, signalCode }: ChildProcess): boolean => exitCode !== null || signalCode !== null
