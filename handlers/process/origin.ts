/** Where a person can reach what listens on a host, or on every address, and a port. */
export function origin(host: string | undefined, port: number): string {
  const name = host ?? 'localhost'
  return `http://${name.includes(':') ? `[${name}]` : name}:${port}`
}
