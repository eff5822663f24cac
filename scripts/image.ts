import { writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { print, readOptions, say } from './command.ts'
import { buildImage } from './image/build-image.ts'
import { findBuilder } from './image/find-builder.ts'
import { readCommit } from './image/read-commit.ts'
import { makeStandIns, standInLabel } from './image/stand-ins.ts'
import { interrupted } from './system/interrupted.ts'

const help = `npm run image [-- OPTIONS]

Builds the image of the commit at HEAD with buildah or podman; prints its name, digest and compressed size.
One commit on the same bases has one digest. What is not committed stays out.

  --push REGISTRY/NAME  pushes it too, tagged with the commit, and prints it by digest; log in before: buildah login
  --tag TAG             tags it with this too, as of a release
  --dotenv FILE         writes what was pushed there, as IMAGE=REGISTRY/NAME@DIGEST, for what comes next in a pipeline
  --insecure            that registry speaks http, or its certificate is not to be checked
  --stand-ins           for a machine that reaches no registry, as root: first makes look-alikes of the base images under
                        their names, from Debian's packages (debootstrap) and the Node here; for tests only
  --dry-run             says what it would do and does nothing
  --help                prints this

Where it runs inside a container, buildah wants BUILDAH_ISOLATION=chroot. Without either program, "docker build ." makes
an image that works as well, of another digest each time.
Exit codes: 0 done, 1 failed, 2 wrong options, 130 interrupted.
`

const signal = interrupted()

try {
  process.exitCode = await main(signal)
} catch (error) {
  process.exitCode = signal.aborted ? 130 : 1
  say(signal.aborted ? 'interrupted' : `image: ${(error as Error).message}`)
}

async function main(signal: AbortSignal) {
  const chosen = options()
  if (!chosen) return 2
  if (chosen.help) return print(help)

  const builder = findBuilder()
  if (!builder) throw new Error('neither buildah nor podman works here; on Debian: apt-get install buildah')
  const commit = readCommit()
  const push =
    chosen.push === undefined ? undefined : { name: chosen.push, insecure: chosen.insecure, tags: chosen.tag }
  if (chosen['stand-ins'])
    say(`makes stand-ins of ${commit.bases.join(' and ')} first, unless they are here; takes a minute`)
  say(`builds ${commit.image} with ${builder.name}${push ? ` and pushes it to ${push.name}:${commit.tag}` : ''}`)
  if (commit.dirty) say('leaves out what is not committed')
  if (chosen['dry-run']) return 0

  if (chosen['stand-ins']) await makeStandIns(commit.bases, builder, signal)
  const built = await buildImage({ builder, commit, pull: !chosen['stand-ins'], push, signal })
  if (built.labels[standInLabel])
    say(`built on stand-ins, for tests only; to be rid of them: ${builder.name} rmi ${commit.bases.join(' ')}`)
  print(`image   ${commit.image}\ndigest  ${built.digest}\nsize    ${(built.size / 1e6).toFixed(1)} MB compressed\n`)
  if (!built.pushed) return 0
  if (chosen.dotenv) writeFileSync(chosen.dotenv, `IMAGE=${built.pushed}\n`)
  return print(`pushed  ${built.pushed}\n`)
}

function options() {
  return readOptions('image', () => {
    const { values } = parseArgs({
      options: {
        push: { type: 'string' },
        tag: { type: 'string', multiple: true, default: [] },
        dotenv: { type: 'string' },
        insecure: { type: 'boolean', default: false },
        'stand-ins': { type: 'boolean', default: false },
        'dry-run': { type: 'boolean', default: false },
        help: { type: 'boolean', default: false },
      },
    })
    if (!/^[^/]+(\/[^/:@]+)+$/.test(values.push ?? 'registry/name'))
      throw new Error(`--push takes REGISTRY/NAME without a tag, not "${values.push}"`)
    for (const tag of values.tag)
      if (!/^\w[\w.-]{0,127}$/.test(tag)) throw new Error(`"${tag}" cannot be a tag: it has letters, digits and ._-`)
    if (values.push === undefined && (values.dotenv || values.tag.length > 0))
      throw new Error('--tag and --dotenv are for what is pushed: add --push REGISTRY/NAME')
    return values
  })
}
