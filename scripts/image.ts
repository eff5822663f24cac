import { writeFileSync } from 'node:fs'
import { buildImage } from './image/build-image.ts'
import { findBuilder } from './image/builder.ts'
import { readCommit } from './image/commit.ts'
import { makeStandIns } from './image/stand-ins.ts'
import { command, print, say, WrongUse } from './system/command.ts'

await command('image', {
  help: `npm run image [-- OPTIONS]

Builds the image of the commit at HEAD with buildah or podman, and prints its name, digest and compressed size.
The same commit on the same base images has the same digest. Uncommitted changes are left out.

  --push REGISTRY/NAME  pushes it, tagged with the commit, and prints its name by digest; first: buildah login
  --tag TAG             pushes it with this tag too, such as a release; may be repeated
  --dotenv FILE         writes IMAGE=REGISTRY/NAME@DIGEST there and, as BASES=…, what it was built on, for later jobs
  --insecure            pushes over http, or without checking the registry's certificate
  --stand-ins           first builds stand-ins for the base images from Debian packages (debootstrap) and this Node;
                        as root, for tests on machines that reach no registry; they are used until you remove them
  --dry-run             says what it would do and does nothing
  --help                prints this

Inside a container, buildah needs BUILDAH_ISOLATION=chroot. DOCKER_HUB=HOST/PATH names a cache of Docker Hub. Without
buildah and podman, "docker build ." builds an image that works too, but with another digest each time.
Exit codes: 0 done, 1 failed, 2 wrong options, 130 interrupted.
`,
  options: {
    push: { type: 'string' },
    tag: { type: 'string', multiple: true, default: [] },
    dotenv: { type: 'string' },
    insecure: { type: 'boolean', default: false },
    'stand-ins': { type: 'boolean', default: false },
    'dry-run': { type: 'boolean' },
  },
  async run({ values }, signal) {
    const { push: name, tag: tags, dotenv, insecure, 'stand-ins': standIns, 'dry-run': dryRun } = values
    if (name !== undefined && !/^[^/]+(\/[^/:@]+)+$/.test(name))
      throw new WrongUse(`--push takes REGISTRY/NAME without a tag, not "${name}"`)
    for (const tag of tags)
      if (!/^\w[\w.-]{0,127}$/.test(tag)) throw new WrongUse(`"${tag}" cannot be a tag: it has letters, digits and ._-`)
    if (name === undefined && (dotenv || tags.length > 0))
      throw new WrongUse('--tag and --dotenv are for an image that is pushed: add --push REGISTRY/NAME')

    const builder = findBuilder()
    const commit = readCommit()
    if (standIns) say('builds stand-ins for the base images unless they are here; takes a minute')
    say(`builds ${commit.image} with ${builder.name}${name ? ` and pushes it to ${name}:${commit.tag}` : ''}`)
    if (commit.dirty) say('leaves out uncommitted changes')
    if (dryRun) return

    if (standIns) await makeStandIns(commit.bases, builder, signal)
    const push = name === undefined ? undefined : { name, insecure, tags }
    const { digest, size, bases, standIns: used, pushed } = await buildImage({ builder, commit, push, signal })
    if (used.length > 0)
      say(`built on stand-ins, for tests only; to remove them: ${builder.name} rmi ${used.join(' ')}`)
    print(`image   ${commit.image}\ndigest  ${digest}\nsize    ${(size / 1e6).toFixed(1)} MB compressed`)
    if (!pushed) return
    if (dotenv) writeFileSync(dotenv, `IMAGE=${pushed}\nBASES=${bases}\n`)
    print(`pushed  ${pushed}`)
  },
})
