import { readFileSync } from 'node:fs'
import t from 'tap'
import settings from '../../package.json' with { type: 'json' }
import { checkovVersion } from '../plan/policies.ts'
import { container, volumes } from '../terraform/aws/runner/container.ts'

const dockerfile = readFileSync(new URL('Dockerfile', import.meta.url), 'utf8')

t.match(dockerfile, `FROM docker.io/library/node:${settings.devDependencies.node}-`, 'the Node of package.json')
t.same(
  JSON.parse(/^VOLUME (.*)$/m.exec(dockerfile)?.[1] ?? ''),
  container.mountPoints.map(({ containerPath }) => containerPath),
  'the volumes of the task',
)
t.same(
  volumes.map(({ name }) => name),
  container.mountPoints.map(({ sourceVolume }) => sourceVolume),
)
const requirements = readFileSync(new URL('requirements.txt', import.meta.url), 'utf8')
t.match(requirements, `\ncheckov==${checkovVersion} --hash`, 'the checkov that npm run plan would otherwise install')
for (const from of dockerfile.match(/^FROM .*/gm) ?? []) t.match(from, /:v?\d+\.\d+\.\d+/, 'a fixed version')
