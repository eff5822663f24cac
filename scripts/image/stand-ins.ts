import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Command, run } from '../system/run.ts'
import type { Builder } from './builder.ts'
import { addNode } from './stand-ins/add-node.ts'
import { copyRuntime } from './stand-ins/copy-runtime.ts'

/** Label that tells a stand-in, and every image that is built on one, from the real thing. */
export const standInLabel = 'stand-in'

/**
 * Makes look-alikes of the two base images under their real names, from Debian's packages and this machine's Node, unless
 * they are there; says whether it did. They are for machines that reach no registry, and for tests only.
 */
export async function makeStandIns([node, distroless]: string[], builder: Builder, signal: AbortSignal) {
  const [, release] = node?.match(/\/node:.*-(\w+)-slim$/) ?? []
  if (!node || !release || !distroless?.includes('/distroless/cc-'))
    throw new Error(`no stand-in is known for ${node} and ${distroless}`)
  const isHere = (image: string) =>
    spawnSync(builder.name, ['inspect', '--type=image', image], { stdio: 'ignore' }).status === 0
  if (isHere(node) && isHere(distroless)) return false

  const folder = mkdtempSync(join(tmpdir(), 'stand-ins-'))
  const [debian, runtime] = [join(folder, 'debian'), join(folder, 'runtime')]
  const build = (image: string, instructions: string) => {
    writeFileSync(join(folder, 'Dockerfile'), `FROM scratch\nLABEL ${standInLabel}=${image}\n${instructions}\n`)
    return run(builder.build({ folder, image, time: 0, labels: {}, pull: false }), { signal, show: true })
  }
  try {
    // In a mount namespace of its own: were it interrupted, its /proc and /sys would stay mounted in a folder to be removed.
    const debootstrap: Command = ['unshare', '--mount', 'debootstrap', '--variant=minbase', release, debian]
    await run(debootstrap, { signal })
    addNode(debian)
    await build(node, 'COPY debian /\nENV NODE_EXTRA_CA_CERTS=/etc/ssl/certs/ca-certificates.crt\nCMD ["node"]')
    copyRuntime(debian, runtime)
    await build(distroless, 'COPY runtime /\nUSER 65532\nWORKDIR /home/nonroot')
    return true
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
  }
}
