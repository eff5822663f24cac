import { nativeTest } from '../../core/native-test.ts'
import { variables } from './variables.ts'

const zones = (...letters: string[]) => letters.map(letter => `eu-west-1${letter}`)

export const inputs = nativeTest(
  'aws',
  variables,
  {
    region: 'eu-west-1',
    cluster_name: 'mirror-service-infr',
    availability_zones: zones('a', 'b', 'c'),
    key_arn: 'arn:aws:kms:eu-west-1:123456789012:key/1',
  },
  [
    ['two_zones', { availability_zones: zones('a', 'b') }, 'availability_zones'],
    ['one_zone_twice', { availability_zones: zones('a', 'b', 'b') }, 'availability_zones'],
    ['three_zones_and_one_twice', { availability_zones: zones('a', 'b', 'c', 'c') }, 'availability_zones'],
    ['zones_of_another_region', { region: 'eu-west-2' }, 'availability_zones'],
    ['addresses_too_few', { vpc_cidr: '10.0.0.0/24' }, 'vpc_cidr'],
    ['addresses_without_prefix', { vpc_cidr: '10.0.0.0' }, 'vpc_cidr'],
    ['name_in_capitals', { cluster_name: 'Mirror' }, 'cluster_name'],
    ['logs_for_no_time', { log_retention_days: 0 }, 'log_retention_days'],
  ],
)
