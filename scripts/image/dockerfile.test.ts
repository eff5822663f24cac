import { readFileSync } from 'node:fs'
import t from 'tap'
import environment from '../../handlers/schemas/environment.json' with { type: 'json' }
import settings from '../../package.json' with { type: 'json' }
import { service } from '../terraform/service.ts'

const dockerfile = readFileSync(new URL('../../Dockerfile', import.meta.url), 'utf8')

t.match(dockerfile, `FROM \${DOCKER_HUB}/library/node:${settings.devDependencies.node}-`, 'the Node of package.json')
for (const from of dockerfile.match(/^FROM .*/gm) ?? []) t.match(from, /:[\w.-]+@sha256:[0-9a-f]{64}\b/, 'its digest')
t.match(dockerfile, `EXPOSE ${environment.properties.PORT.default}\n`, 'the port of the service')
t.match(dockerfile, `USER ${service.user}:${service.user}\n`, 'the user of the pods')
t.notMatch(dockerfile, 'STAGING', 'no default place for uploads')
