import { pythonTool } from '../system/python-tool.ts'
import type { Command } from '../system/run.ts'

/** The command that runs moto, which stands in for AWS. */
export const findMoto = (signal: AbortSignal): Promise<Command> =>
  pythonTool({ program: 'moto_server', version: '5.2.1', package: 'moto[server]', module: 'moto.server' }, { signal })
