import type { Test } from 'tap'
import { run } from '../../server.test-support.ts'

/** Starts the service for one test, and resolves to the metrics that it offers. */
export async function scrape(t: Test): Promise<string> {
  const { msg } = await run(t, { METRICS_PORT: '0' }).logged(/^metrics are at /)
  return (await fetch(msg.replace('metrics are at ', ''))).text()
}
