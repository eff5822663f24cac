import { mkdirSync, writeFileSync } from 'node:fs'

export type Result = { name: string; outcome: 'passed' | 'failed' | 'skipped'; seconds: number; text: string }

/** The results of an action, or its failure as one. */
export const attempt = (name: string, action: () => Promise<Result[]>): Promise<Result[]> =>
  action().catch(({ message }) => [{ name, outcome: 'failed', text: message, seconds: 0 }])

/** Writes and prints the results; resolves to the exit code of the command. */
export function conclude(results: Result[], file: string, signal: AbortSignal): number {
  mkdirSync('dist', { recursive: true })
  writeFileSync(file, junit(results))
  process.stdout.write(`\n${table(results)}\n\n${totals(results)}\n`)
  return signal.aborted ? 130 : results.some(({ outcome }) => outcome === 'failed') ? 1 : 0
}

/** The results as a table for people. */
export const table = (results: Result[]): string =>
  results
    .map(
      ({ name, outcome, seconds, text }) =>
        `${outcome}  ${seconds.toFixed(0).padStart(4)} s  ${name}\n                ${text.replaceAll('\n', '\n                ')}`,
    )
    .join('\n')

/** The results as JUnit XML, which GitLab and others show. */
function junit(results: Result[]): string {
  const cases = results.map(({ name, outcome, seconds, text }) => {
    const tag = { passed: 'system-out', failed: 'failure', skipped: 'skipped' }[outcome]
    return `<testcase classname="e2e" name="${escapeXml(name)}" time="${seconds.toFixed(3)}"><${tag}>${escapeXml(text)}</${tag}></testcase>`
  })
  return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuite name="e2e" tests="${results.length}" failures="${count(results, 'failed')}" skipped="${count(results, 'skipped')}">\n${cases.join('\n')}\n</testsuite>\n`
}

/** The closing line. */
const totals = (results: Result[]): string =>
  `${count(results, 'passed')} passed, ${count(results, 'failed')} failed, ${count(results, 'skipped')} skipped`

const count = (results: Result[], outcome: Result['outcome']) =>
  results.filter(result => result.outcome === outcome).length

const escapeXml = (text: string) =>
  text
    .replace(/[^\t\n\r -\ud7ff\ue000-\ufffd]/g, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('"', '&quot;')
