import { nativeTest } from '../../../core/native-test.ts'
import { variables } from './variables.ts'

const image = 'registry.example.com:5000/team/mirror-service'
const digest = `sha256:${'0'.repeat(64)}`

export const inputs = nativeTest('kubernetes', variables, { image: `${image}:1.0.0@${digest}` }, [
  ['image_without_tag', { image }, 'image'],
  ['image_latest', { image: `${image}:latest` }, 'image'],
  ['image_with_space', { image: 'mirror service:1' }, 'image'],
  ['image_with_short_digest', { image: `${image}@sha256:00` }, 'image'],
  ['port_out_of_range', { port: 65536 }, 'port'],
  ['port_of_none', { port: 0 }, 'port'],
  ['part_of_a_port', { port: 80.5 }, 'port'],
  ['one_replica_in_production', { min_replicas: 1 }, 'min_replicas'],
  ['fewer_at_most_than_at_least', { min_replicas: 3, max_replicas: 2 }, 'max_replicas'],
  ['registry_as_url', { registry: 'https://registry.example.com' }, 'registry'],
  ['registry_without_user', { registry: 'registry.example.com', registry_password: 'x' }, 'registry_username'],
  ['registry_without_password', { registry: 'registry.example.com', registry_username: 'x' }, 'registry_password'],
  ['name_in_capitals', { name: 'Mirror' }, 'name'],
  ['namespace_with_dot', { namespace: 'oper.infr' }, 'namespace'],
  ['percentage_of_none', { target_cpu_percent: 0 }, 'target_cpu_percent'],
  ['deadline_too_short', { progress_deadline_seconds: 5 }, 'progress_deadline_seconds'],
  ['drain_below_zero', { drain_seconds: -1 }, 'drain_seconds'],
])
