import { join } from 'node:path'
import { generatedFiles } from './monitoring/files.ts'
import { picture } from './monitoring/picture.ts'
import { command, print } from './system/command.ts'
import { differing, writeFiles } from './system/write-files.ts'

const help = `npm run monitoring [-- --check | --picture URL]

Writes what follows from the tables of objectives, alerts and panels in scripts/monitoring/: the rules of Prometheus with
their tests, the Grafana dashboard, and the tables of the README.
  --check        writes nothing; exits 1 and names the files that differ
  --picture URL  also draws dashboard.svg from the last 15 minutes of the Prometheus at this address
  --help         prints this`

const top = join(import.meta.dirname, '..')

await command('monitoring', {
  help,
  options: { check: { type: 'boolean', default: false }, picture: { type: 'string' } },
  async run({ values: { check, picture: prometheus } }) {
    const files = generatedFiles(top)
    const stale = differing(top, files)
    if (check && stale.length > 0)
      throw new Error(`these files are not what npm run monitoring writes; run it\n${stale.join('\n')}`)
    if (prometheus) files['scripts/monitoring/dashboard.svg'] = await picture(prometheus, 15)
    print(writeFiles(top, files).join('\n') || 'all is up to date')
  },
})
