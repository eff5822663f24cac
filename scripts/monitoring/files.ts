import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { dump } from 'js-yaml'
import { readmeSection } from '../system/readme-section.ts'
import { alerts } from './alerts.ts'
import { dashboard } from './dashboard.ts'
import { objectives } from './objectives.ts'
import { rules, rulesTests } from './rules.ts'
import { scrapeConfig } from './scrape.ts'

const table = (head: string[], ...rows: (readonly string[])[]) =>
  [head, head.map(() => '---'), ...rows].map(cells => `| ${cells.join(' | ')} |`).join('\n')

const sections = {
  scrape: `\`\`\`yaml\n${dump({ scrape_configs: [scrapeConfig] }, { flowLevel: 4, lineWidth: -1 })}\`\`\``,
  objectives: table(
    ['`slo`', 'over 30 days', 'promise'],
    ...objectives.map(({ name, target, promise }) => [name, `${target * 100} %`, promise]),
  ),
  alerts: table(
    ['alert', 'severity', 'what happened', 'what it means', 'first step'],
    ...alerts.map(({ name, severity, summary, meaning, firstStep }) => [name, severity, summary, meaning, firstStep]),
  ),
}

/** Every file that follows from the objectives, alerts and panels: its text by its path below the top folder. */
export function generatedFiles(top: string): Record<string, string> {
  const folder = 'scripts/monitoring'
  const files: Record<string, string> = {}
  const json = { 'rules.json': rules(), ...rulesTests(), 'dashboard.json': dashboard() }
  for (const [name, value] of Object.entries(json)) files[`${folder}/${name}`] = `${JSON.stringify(value, null, 2)}\n`
  let readme = readFileSync(join(top, folder, 'README.md'), 'utf8')
  for (const [name, text] of Object.entries(sections)) readme = readmeSection(readme, name, text)
  return { ...files, [`${folder}/README.md`]: readme }
}
