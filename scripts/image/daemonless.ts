import type { Builder } from './builder.ts'

/** buildah and podman: neither asks for a daemon, and both take the same words. */
export const daemonless = (name: 'buildah' | 'podman'): Builder => ({
  name,
  probe: [name, 'info'],
  build: ({ folder, image, time, labels, pull }) => [
    name,
    'build',
    `--pull=${pull ? 'missing' : 'never'}`,
    // What an earlier build left behind and the builder's own version stay out of the digest.
    '--layers=false',
    '--identity-label=false',
    `--timestamp=${time}`,
    ...Object.entries(labels).map(([label, value]) => `--build-arg=${label}=${value}`),
    `--tag=${image}`,
    folder,
  ],
  save: ({ image }, layout) => [name, 'push', '--quiet', image, `oci:${layout}`],
  push: ({ image }, { name: target, insecure, digestFile }) => [
    name,
    'push',
    // Unsaid, it is as registries.conf has it for that registry.
    ...(insecure ? ['--tls-verify=false'] : []),
    `--digestfile=${digestFile}`,
    image,
    `docker://${target}`,
  ],
})
