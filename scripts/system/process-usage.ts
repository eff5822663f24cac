import { readFileSync } from 'node:fs'

// Linux says 100 everywhere.
const ticksPerSecond = 100

/** Seconds of CPU that a process has used in user and system mode: fields 14 and 15 of proc_pid_stat(5). */
export function cpuSeconds(pid: number | string): number {
  // Before them comes the name of the program, which may have spaces.
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').replace(/.*\) /s, '').split(' ')
  return (Number(fields[11]) + Number(fields[12])) / ticksPerSecond
}

/** Bytes of memory that a process holds, or with VmHWM the most that it held (proc_pid_status(5)). */
export function memoryBytes(pid: number | string, name: 'VmRSS' | 'VmHWM' = 'VmRSS'): number {
  const kibibytes = new RegExp(`${name}:\\s+(\\d+)`).exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]
  return Number(kibibytes) * 1024
}
