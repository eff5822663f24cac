type Process = Pick<NodeJS.Process, 'getActiveResourcesInfo' | 'execPath' | 'execve'>

/**
 * Ends the process though a thread hangs in the file system or a look-up of a name. exit() waits for threads; execve()
 * ends them, as another program takes the place of this one. To be called on `exit`, as the last of its listeners.
 */
export function leaveThreads(code: number, { getActiveResourcesInfo, execPath, execve }: Process = process): void {
  const hangs = getActiveResourcesInfo().some(name => /^(FSReq|CloseReq|GetAddrInfo)/.test(name))
  if (hangs) execve?.(execPath, [execPath, '-e', `process.exit(${code})`], {})
}
