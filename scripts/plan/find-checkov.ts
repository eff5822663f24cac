import { pythonTool } from '../system/python-tool.ts'
import type { Command } from '../system/run.ts'

/** The version whose policies plans are held to; the image of the runner has the same. */
export const version = '3.3.30'

/** The command that runs checkov. */
export const findCheckov = (signal: AbortSignal, say: (line: string) => void): Promise<Command> =>
  pythonTool({ program: 'checkov', version, package: 'checkov', module: 'checkov.main' }, { signal, say })
