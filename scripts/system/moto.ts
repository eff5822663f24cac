import { pythonTool } from './python-tool.ts'
import type { Command } from './run.ts'

/** The command that runs moto, a local stand-in for AWS; pip installs it into the cache if needed. */
export const findMoto = (signal: AbortSignal): Promise<Command> => pythonTool(moto, { signal })

// It has no option --version.
const moto = {
  program: 'moto_server',
  // renovate: datasource=pypi depName=moto
  version: '5.2.1',
  package: 'moto[server]',
  module: 'moto.server',
  saysVersion: false,
}
