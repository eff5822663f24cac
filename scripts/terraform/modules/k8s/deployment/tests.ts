import { nativeTest } from '../../../core/native-test.ts'
import { variables } from './variables.ts'

const image = 'registry.example.com:5000/team/mirror-service'
const digest = `sha256:${'0'.repeat(64)}`

const zonal = { zones: 3, min_replicas: 6, max_replicas: 12, target_cpu_percent: 50 }
const behindNlb = { load_balancer_delay_seconds: 300, drain_seconds: 300, progress_deadline_seconds: 420 }

export const inputs = nativeTest(
  'kubernetes',
  variables,
  { image: `${image}:1.0.0@${digest}` },
  [
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
    ['more_zones_than_the_network_has', { zones: 4 }, 'zones'],
    ['drain_longer_than_the_service_takes', { drain_seconds: 601 }, 'drain_seconds'],
    ['zones_without_a_pod_each', { ...zonal, min_replicas: 2, target_cpu_percent: 40 }, 'min_replicas'],
    // Of 7 pods over 3 zones one zone has 3, and 4 cannot carry 7 times 52 %, a tenth more of it allowed.
    ['target_that_a_lost_zone_exceeds', { ...zonal, target_cpu_percent: 52 }, 'target_cpu_percent'],
    ['target_that_four_pods_exceed', { ...zonal, min_replicas: 4 }, 'target_cpu_percent'],
    ['drain_shorter_than_the_load_balancer', { ...behindNlb, drain_seconds: 299 }, 'drain_seconds'],
    [
      'deadline_before_the_load_balancer',
      { ...behindNlb, progress_deadline_seconds: 419 },
      'progress_deadline_seconds',
    ],
  ],
  [
    ['pods_that_bear_the_loss_of_a_zone', { ...zonal, target_cpu_percent: 51 }],
    ['as_few_pods_as_zones', { ...zonal, min_replicas: 3, target_cpu_percent: 45 }],
    ['a_drain_as_long_as_the_load_balancer', behindNlb],
  ],
)
