import { readFileSync } from 'node:fs'
import t from 'tap'
import settings from '../../package.json' with { type: 'json' }
import { checkovVersion } from '../plan/policies.ts'
import { cosignVersion } from '../system/cosign.ts'
import { runner } from '../terraform/aws/runner.ts'
import { generate } from '../terraform/core/generate.ts'

const { locals, resource } = JSON.parse(generate(runner)['aws/runner/main.tf.json'] as string)
const mounts: { containerPath: string; sourceVolume: string }[] = locals.container.mountPoints
const volumes: { name: string }[] = resource.aws_ecs_task_definition.runner.volume
const dockerfile = readFileSync(new URL('Dockerfile', import.meta.url), 'utf8')

t.match(dockerfile, `FROM \${DOCKER_HUB}/library/node:${settings.devDependencies.node}-`, 'the Node of package.json')
t.same(
  JSON.parse(/^VOLUME (.*)$/m.exec(dockerfile)?.[1] ?? ''),
  mounts.map(({ containerPath }) => containerPath),
  'the volumes of the task',
)
t.same(
  volumes.map(({ name }) => name),
  mounts.map(({ sourceVolume }) => sourceVolume),
)
const requirements = readFileSync(new URL('requirements.txt', import.meta.url), 'utf8')
t.match(requirements, `\ncheckov==${checkovVersion} --hash`, 'the checkov that npm run plan would otherwise install')
t.match(dockerfile, `/cosign:${cosignVersion}@`, 'the cosign that the tests run')
for (const from of dockerfile.match(/^FROM .*/gm) ?? [])
  t.match(
    from,
    from.includes('/gitlab-runner:') ? /:v\d+\.\d+\.\d+ / : /:v?\d+\.\d+\.\d+\S*@sha256:[0-9a-f]{64}\b/,
    'a fixed version',
  )
