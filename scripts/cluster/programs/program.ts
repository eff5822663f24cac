/** A program of the cluster: how it is started in the node, and how one sees that it works. */
export type Program = {
  name: string
  /** Its configuration, by path. */
  files?: Record<string, string>
  /** What has to be done just before it starts. */
  prepare?: () => Promise<unknown>
  command: [string, ...string[]]
  /** Resolves when it does its work. */
  check: () => Promise<unknown>
}
