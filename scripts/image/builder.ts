import { spawnSync } from 'node:child_process'
import type { Command } from '../system/run.ts'

type Build = {
  /** Folder with the Dockerfile and its context. */
  folder: string
  /** Name and tag on this machine. */
  image: string
  /** Seconds since 1970; every file and the image itself get this time. */
  time: number
  /** Build arguments of the Dockerfile. */
  labels: Record<string, string>
  /** Images of this machine that replace base images, by how the Dockerfile writes these; without, missing ones are pulled. */
  standIns?: Record<string, string>
}

/** A program that builds images, and its commands. */
export type Builder = {
  name: string
  build(build: Build): Command
  /** Writes the image as an OCI layout, compressed as in a registry. */
  save(build: Build, layout: string): Command
  push(
    build: Build,
    target: { name: string; insecure: boolean; digestFile: string; authFile?: string | undefined },
  ): Command
}

/** buildah and podman need no daemon and have the same options. */
const daemonless = (name: 'buildah' | 'podman'): Builder => ({
  name,
  build: ({ folder, image, time, labels, standIns = {} }) => [
    name,
    'build',
    `--pull=${Object.keys(standIns).length > 0 ? 'never' : 'missing'}`,
    ...Object.entries(standIns).map(([base, image]) => `--build-context=${base}=docker-image://${image}`),
    // The digest must not depend on earlier builds or on the version of the builder.
    '--layers=false',
    '--identity-label=false',
    `--timestamp=${time}`,
    '--build-arg=DOCKER_HUB', // its value is that of the environment, if it has one
    ...Object.entries(labels).map(([label, value]) => `--build-arg=${label}=${value}`),
    `--tag=${image}`,
    folder,
  ],
  save: ({ image }, layout) => [name, 'push', '--quiet', image, `oci:${layout}`],
  push: ({ image }, { name: target, insecure, digestFile, authFile }) => [
    name,
    'push',
    // Without this option, registries.conf decides.
    ...(insecure ? ['--tls-verify=false'] : []),
    ...(authFile ? [`--authfile=${authFile}`] : []),
    `--digestfile=${digestFile}`,
    image,
    `docker://${target}`,
  ],
})

/** The first program that can build an image on this machine; throws if there is none. */
export function findBuilder(): Builder {
  const works = ({ name }: Builder) => spawnSync(name, ['info'], { stdio: 'ignore' }).status === 0
  const builder = [daemonless('buildah'), daemonless('podman')].find(works)
  if (!builder) throw new Error('neither buildah nor podman works here; on Debian: apt-get install buildah')
  return builder
}
