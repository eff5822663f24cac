import { existsSync, globSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import t from 'tap'
import manifest from '../package.json' with { type: 'json' }

const top = join(import.meta.dirname, '..')
const ignored = ['node_modules', 'dist']
const readmes = globSync('**/README.md', { cwd: top, exclude: name => ignored.includes(name) || name.startsWith('.') })

/** The lines of a file, by number from 1, without the blocks between ``` where `code` is false. */
function lines(file: string, { code }: { code: boolean }): [number: number, text: string][] {
  let inBlock = false
  return readFileSync(join(top, file), 'utf8')
    .split('\n')
    .flatMap((text, index): [number, string][] => {
      const isFence = text.startsWith('```')
      if (isFence) inBlock = !inBlock
      return code || !(inBlock || isFence) ? [[index + 1, text]] : []
    })
}

/** The anchors that GitHub and GitLab give to the headings of a file, and those that terraform-docs writes as HTML. */
function anchors(file: string): string[] {
  const slugs = lines(file, { code: false }).flatMap(([, text]) => {
    const heading = text.match(/^#+ +(.*)/)?.[1]?.replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    return heading
      ? [
          heading
            .toLowerCase()
            .replace(/[^\p{L}\p{N} _-]/gu, '')
            .replaceAll(' ', '-'),
        ]
      : []
  })
  const numbered = slugs.map((slug, index) => {
    const before = slugs.slice(0, index).filter(other => other === slug).length
    return before ? `${slug}-${before}` : slug
  })
  const html = lines(file, { code: false }).flatMap(([, text]) => [...text.matchAll(/<a name="([^"]+)"/g)])
  return [...numbered, ...html.map(([, name = '']) => name)]
}

function linkProblem(file: string, target: string): string | undefined {
  const [path = '', anchor] = target.replaceAll('\\_', '_').split('#')
  const linked = path ? relative(top, join(top, dirname(file), path)) : file
  if (!existsSync(join(top, linked))) return `${target}: there is no ${linked}`
  return anchor && !anchors(linked).includes(anchor) ? `${target}: ${linked} has no such heading` : undefined
}

/** ENV and NAME stand for a name of the reader's own; ENV.ts and the like then match any file. */
const pathProblem = (path: string) =>
  globSync(path.replace(/ENV|NAME/g, '*'), { cwd: top }).length > 0 ? undefined : `there is no ${path}`

const scriptProblem = (name: string) =>
  name in manifest.scripts ? undefined : `npm run ${name}: there is no such script`

const checks: [pattern: RegExp, code: boolean, problem: (file: string, found: string) => string | undefined][] = [
  [/\]\((?!\w+:)([^)\s]+)\)/g, false, linkProblem],
  [/npm run (?:--\w+ )*([a-z][\w:-]*)/g, true, (_, name) => scriptProblem(name)],
  [/(?<![\w./:(-])((?:handlers|scripts|terraform|\.ci)\/[\w./*-]*[\w*/])/g, true, (_, path) => pathProblem(path)],
]

t.ok(readmes.length > 8, `${readmes.length} files README.md`)

for (const file of readmes)
  t.test(file, async t => {
    const problems = checks.flatMap(([pattern, code, problem]) =>
      lines(file, { code }).flatMap(([number, text]) =>
        Array.from(text.matchAll(pattern), ([, found = '']) => problem(file, found)).flatMap(found =>
          found ? [`${file}:${number}: ${found}`] : [],
        ),
      ),
    )
    t.same(problems, [])
    const text = readFileSync(join(top, file), 'utf8')
    const most = file === 'README.md' ? 150 : 250
    t.ok(text.split('\n').length - 1 <= most, `${file} has at most ${most} lines`)
    if (file === 'README.md') t.ok(Buffer.byteLength(text) <= 9000, `${file} has at most 9,000 bytes`)
  })
