export type Result = { name: string; outcome: 'passed' | 'failed' | 'skipped'; seconds: number; text: string }

/** The results as a table for people. */
export const table = (results: Result[]): string =>
  results
    .map(
      ({ name, outcome, seconds, text }) =>
        `${outcome}  ${seconds.toFixed(0).padStart(4)} s  ${name}\n                ${text.replaceAll('\n', '\n                ')}`,
    )
    .join('\n')

/** The results as JUnit XML, which GitLab and others show. */
export function junit(results: Result[]): string {
  const cases = results.map(({ name, outcome, seconds, text }) => {
    const tag = { passed: 'system-out', failed: 'failure', skipped: 'skipped' }[outcome]
    return `<testcase classname="e2e" name="${escapeXml(name)}" time="${seconds.toFixed(3)}"><${tag}>${escapeXml(text)}</${tag}></testcase>`
  })
  return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuite name="e2e" tests="${results.length}" failures="${count(results, 'failed')}" skipped="${count(results, 'skipped')}">\n${cases.join('\n')}\n</testsuite>\n`
}

/** The closing line. */
export const totals = (results: Result[]): string =>
  `${count(results, 'passed')} passed, ${count(results, 'failed')} failed, ${count(results, 'skipped')} skipped`

const count = (results: Result[], outcome: Result['outcome']) =>
  results.filter(result => result.outcome === outcome).length

const escapeXml = (text: string) =>
  text
    .replace(/[^\t\n\r -\ud7ff\ue000-\ufffd]/g, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('"', '&quot;')
