import t from 'tap'
import { leaveThreads } from './exit.ts'

/** The programs that take the place of the process on its exit, while these resources are active. */
function programs(resources: string[]): string[][] {
  const started: string[][] = []
  const execve = (path: string, args: readonly string[] = []) => {
    started.push([path, ...args])
    return undefined as never
  }
  leaveThreads(3, { getActiveResourcesInfo: () => resources, execPath: '/node', execve })
  return started
}

t.strictSame(programs([]), [], 'nothing hangs')
t.strictSame(programs(['TCPSocketWrap', 'Timeout', 'PipeWrap']), [], 'what no thread works on')
for (const name of ['FSReqPromise', 'FSReqCallback', 'CloseReq', 'GetAddrInfoReqWrap'])
  t.strictSame(programs(['Timeout', name]), [['/node', '/node', '-e', 'process.exit(3)']], name)
