import { spawnSync } from 'node:child_process'
import { daemonless } from './daemonless.ts'

const builders = [daemonless('buildah'), daemonless('podman')]

/** The first program on this machine that can build an image. */
export const findBuilder = () =>
  builders.find(({ probe: [program, ...rest] }) => spawnSync(program, rest, { stdio: 'ignore' }).status === 0)
