import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { down } from '../cluster/remove.ts'
import { up } from '../cluster/up.ts'
import { ownTarget } from './own-target.ts'
import { attempt, type Result } from './report.ts'
import type { OwnTarget } from './target.ts'

type Settings = { keep: boolean; signal: AbortSignal; say: (line: string) => void }
type Prove = (target: OwnTarget, scratch: string) => Promise<Result[]>

/** Brings up the cluster of `npm run cluster` for proofs, and takes it down; what fails beside them is a result too. */
export async function onStage({ keep, signal, say }: Settings, prove: Prove): Promise<Result[]> {
  const scratch = mkdtempSync(join(tmpdir(), 'e2e-'))
  const results = await attempt('the stage', async () => {
    const stage = await up({ signal, install: Boolean(process.env.CI) })
    return prove(await ownTarget(stage, scratch, signal, say), scratch)
  })
  rmSync(scratch, { recursive: true, force: true })
  return keep ? results : [...results, ...(await attempt('cleaning up', () => down().then(() => [])))]
}
