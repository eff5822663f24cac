import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { run } from '../../system/run.ts'
import { runFolder } from '../places.ts'
import { answers } from '../request.ts'
import type { Stage } from '../stage.ts'
import type { Program } from './program.ts'

const [configFile, passwordFile] = [join(runFolder, 'registry.json'), join(runFolder, 'registry.htpasswd')]

export const registry = ({ registry: { address, user, password } }: Stage): Program => ({
  name: 'docker-registry',
  files: {
    [configFile]: JSON.stringify({
      version: '0.1',
      http: { addr: address },
      storage: { filesystem: { rootdirectory: join(runFolder, 'registry') }, delete: { enabled: true } },
      auth: { htpasswd: { realm: 'mirror-cluster', path: passwordFile } },
    }),
  },
  prepare: async () => writeFileSync(passwordFile, await run(['htpasswd', '-Bin', user], { input: password })),
  command: ['docker-registry', 'serve', configFile],
  check: () => answers(`http://${address}/v2/`, 401),
})
