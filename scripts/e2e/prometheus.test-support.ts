import assert from 'node:assert/strict'
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { buildPrometheus } from '../cluster/build.ts'
import { network, runFolder } from '../cluster/cluster.ts'
import { flags, start } from '../cluster/programs/program.ts'
import { expectStatus } from '../cluster/request.ts'
import { ours } from '../monitoring/objectives.ts'
import { rules } from '../monitoring/rules.ts'
import { scrapeConfig } from '../monitoring/scrape.ts'
import { waitUntil } from '../system/wait-until.ts'
import type { Context } from './context.test-support.ts'

const folder = join(runFolder, 'prometheus')
const [configuration, rulesFile] = ['prometheus.json', 'rules.json'].map(file => join(folder, file)) as [string, string]
const origin = `http://${network.node}:9090`

type Reply = { error?: string; data: { result: { metric: Record<string, string>; value: [number, string] }[] } }

/**
 * Asks Prometheus for the values of now. Those that are not 0 come by the values of these labels; where a series lacks one, the key
 * has an empty text.
 */
export async function query(promQL: string, ...labels: string[]): Promise<Record<string, number>> {
  const reply = await fetch(`${origin}/api/v1/query?${new URLSearchParams({ query: promQL })}`)
  const { error, data } = (await reply.json()) as Reply
  if (error) throw new Error(`Prometheus says: ${error}\nto the query ${promQL}`)
  const entries = data.result.map(({ metric, value }) => [
    labels.map(label => metric[label] ?? '').join(' '),
    Number(value[1]),
  ])
  return Object.fromEntries(entries.filter(([, value]) => value !== 0))
}

/**
 * Starts Prometheus in the node, with no data, in place of an earlier one, and waits until it has scraped two pods. It finds
 * them by itself. It has the committed rules, in which an hour lasts for a minute. It ends with the cluster.
 */
export async function startPrometheus(context: Context): Promise<void> {
  const { kubeconfig, enter } = context.own()
  const program = join(await buildPrometheus(context.signal), 'prometheus')
  await context.waitForPods(2)
  await fetch(`${origin}/-/quit`, { method: 'POST' }).catch(() => {}) // none runs
  await waitUntil(() => assert.rejects(fetch(origin), 'the earlier Prometheus does not end'), { seconds: 20 })
  rmSync(folder, { recursive: true, force: true })

  const [scrape] = scrapeConfig.kubernetes_sd_configs
  const scrapeConfigs = [{ ...scrapeConfig, kubernetes_sd_configs: [{ ...scrape, kubeconfig_file: kubeconfig }] }]
  // Often enough that no pod ends before its last value is known: it drains for 5 s.
  const global = { scrape_interval: '500ms', scrape_timeout: '500ms', evaluation_interval: '500ms' }
  const settings = {
    'config.file': configuration,
    'storage.tsdb.path': join(folder, 'data'),
    'web.listen-address': new URL(origin).host,
  }
  await start(
    {
      name: 'prometheus',
      files: {
        [configuration]: JSON.stringify({ global, rule_files: [rulesFile], scrape_configs: scrapeConfigs }),
        [rulesFile]: JSON.stringify(rules({ shortenedBy: 60 })),
      },
      // It wants a working folder; that of `enter` is outside of the node's mounts.
      command: ['env', '--chdir=/', program, '--web.enable-lifecycle', ...flags(settings)],
      check: () => expectStatus(`${origin}/-/ready`),
    },
    enter,
    context.signal,
  )
  const pods = (await context.pods()).map(({ metadata }) => metadata.name).sort()
  const scraped = async () => assert.deepEqual(Object.keys(await query(`up{${ours}}`, 'pod')).sort(), pods)
  await waitUntil(scraped, { seconds: 30, signal: context.signal })
}
