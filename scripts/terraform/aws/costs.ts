import { readmeSection } from '../../system/readme-section.ts'

type Price = readonly [usd: number, unit: string, source: string]

/**
 * USD in eu-west-1, on demand, each with its source and date. A name such as AmazonEC2 is an offer in AWS's price list, with
 * the date of its publication.
 */
export const prices = {
  cluster: [0.1, 'h', 'a bill, 2026-07'],
  gateway: [0.048, 'h', 'AmazonEC2, 2026-09-25'],
  gatewayTraffic: [0.048, 'GB', 'AmazonEC2, 2026-09-25'],
  address: [0.005, 'h', 'AmazonVPC, 2026-09-17'],
  loadBalancer: [0.0252, 'h', 'unverified; a bill of 2026-07 has it for an ALB'],
  unit: [0.006, 'h', 'pricing page, us-east-1, 2026-09-20'],
  node: [0.08208, 'h', 'AmazonEC2 by SkyPilot, 2026'],
  autoMode: [0.12, 'USD of nodes', 'unverified; third parties, 2026-06'],
  disk: [0.088, 'GB', 'AmazonEC2, 2026-04-01'],
  key: [1, 'key', 'pricing page, 2026-03'],
  keyRequests: [0.03, '10,000', 'pricing page, 2026-03'],
  awsLogs: [0.57, 'GB', 'AmazonCloudWatch, 2026-07-05'],
  ownLogs: [0.57, 'GB', 'AmazonCloudWatch, 2026-09-22'],
  keptLogs: [0.03, 'GB', 'AmazonCloudWatch, 2026-09-22'],
  taskCpu: [0.04048, 'h', 'AmazonECS, 2026-09-11'],
  taskMemory: [0.004445, 'GB h', 'AmazonECS, 2026-09-11'],
  secret: [0.4, 'secret', 'AWSSecretsManager, 2026-09-11'],
  images: [0.1, 'GB', 'AmazonECR, 2026-09-11'],
  zone: [0.5, 'zone', 'pricing page, 2026-09-20'],
  healthCheck: [1, 'check', 'pricing page, 2026-09-20'],
  alarm: [0.1, 'alarm', 'AmazonCloudWatch, ap-southeast-1, 2026-08-12'],
  queries: [0.4, 'million', 'pricing page, 2026-09-20'],
  puts: [0.005, '1,000', 'AmazonS3, 2026-09-28'],
} satisfies Record<string, Price>

/** What is paid for, and for each column of a table the factors of its price. */
type Row = readonly [what: string, price: Price, ...quantities: (readonly number[])[]]

const hours = 730
const [node] = prices.node
/** GB of the disk that Auto Mode gives a node. */
const disk = 80

// Columns: infr, prod.
const fixed: Row[] = [
  ['EKS, standard support', prices.cluster, [hours], [hours]],
  ['NAT gateways', prices.gateway, [1, hours], [3, hours]],
  ['their traffic: images, calls of AWS; assumed', prices.gatewayTraffic, [10], [30]],
  ['public IPv4 addresses: one per NAT gateway, three of the NLB', prices.address, [4, hours], [6, hours]],
  ['NLB', prices.loadBalancer, [hours], [hours]],
  ['KMS key; 1 more after each of the first two rotations', prices.key, [1], [1]],
  ['KMS requests beyond the 20,000 that are free; assumed', prices.keyRequests, [10], [10]],
  ['logs of the control plane; assumed', prices.awsLogs, [30], [30]],
  ['flow logs, of refused traffic alone; assumed', prices.awsLogs, [1], [1]],
  ['both kept for a year', prices.keptLogs, [12, 31], [12, 31]],
]
const growing: Row[] = [
  ['NLCU: 50 new connections a second by TLS, or 800 by TCP, or 1 GB an hour', prices.unit, [1, hours], [1, hours]],
  ['nodes, such as c6a.large: two, or one per zone', prices.node, [2, hours], [3, hours]],
  ['Auto Mode', prices.autoMode, [2, hours, node], [3, hours, node]],
  ['disks of the nodes, gp3', prices.disk, [2, disk], [3, disk]],
]
const ofCluster = [...fixed, ...growing]

const ofRunner: Row[] = [
  ['vCPU: two tasks with one', prices.taskCpu, [2, hours]],
  ['memory: two tasks with 2 GB', prices.taskMemory, [2, 2, hours]],
  ['secret', prices.secret, [1]],
  ['images: the last ten', prices.images, [10, 0.4]],
  ['logs; assumed', prices.ownLogs, [0.1]],
  ["packages and providers of the jobs, by the cluster's NAT gateway; assumed", prices.gatewayTraffic, [20]],
]

const ofDns: Row[] = [
  ['hosted zone', prices.zone, [1]],
  ['HTTPS of the health check; the first 50 checks of endpoints in AWS are free', prices.healthCheck, [1]],
  ['alarms, in `prod` alone; the first 10 of an account are free', prices.alarm, [3]],
  ['KMS keys of their two topics; they rotate too', prices.key, [2]],
  ['queries for `cluster.DOMAIN`; those for an alias are free', prices.queries, [0.01]],
]

const multiply = (factors: readonly number[]) => factors.reduce((product, factor) => product * factor, 1)
const cost = ([, [usd], ...quantities]: Row, column: number) =>
  multiply([...(quantities[column] as readonly number[]), usd])
const sum = (rows: Row[], column: number) => rows.reduce((total, row) => total + cost(row, column), 0)

const rates = [10, 1000, 100_000]
const rest = sum(fixed, 1) + sum(ofRunner, 0) + sum(ofDns, 0)

// Columns: requests a second. One in ten is an upload, and each moves 500 bytes.
const underLoad: Row[] = [
  ['S3 PUT, in thousands', prices.puts, ...rates.map(rate => [(rate * 3600 * hours) / 10_000])],
  ['NLCU', prices.unit, ...rates.map(rate => [Math.max(1, (rate * 3600 * 500) / 1e9), hours])],
  ['nodes; at last of 8 times the size', prices.node, [3, hours], [3, hours], [3, 8, hours]],
  ['Auto Mode', prices.autoMode, [3, hours, node], [3, hours, node], [3, 8, hours, node]],
  ['disks of the nodes', prices.disk, [3, disk], [3, disk], [3, disk]],
  ['the rest of `prod`, aws/runner, aws/dns', [Number(rest.toFixed(2)), 'month', 'above'], ...rates.map(() => [1])],
]

const line = (cells: string[]) => `| ${cells.join(' | ')} |`

/** A table whose groups of rows each end with their sum. */
function table(columns: string[], groups: Record<string, Row[]>): string {
  const head = ['', 'price', 'source', ...columns]
  const rows = Object.entries(groups).flatMap(([name, rows]) => [
    ...rows.map(row => {
      const [what, [usd, unit, source], ...quantities] = row
      const amounts = quantities.map((of, column) => `${[...of, usd].join(' × ')} = ${cost(row, column).toFixed(2)}`)
      return [what, `${usd} / ${unit}`, source, ...amounts]
    }),
    [`**${name}**`, '', '', ...columns.map((_, column) => `**${sum(rows, column).toFixed(2)}**`)],
  ])
  return [line(head), `|${'---|'.repeat(head.length)}`, ...rows.map(line)].join('\n')
}

/** Writes the tables of costs into the README of the roots in AWS. */
export function writeCosts(readme: string): string {
  const tables = {
    'costs of the cluster': table(['`infr`', '`prod`'], { sum: ofCluster }),
    'costs of runner and dns': table(['a month'], { 'aws/runner': ofRunner, 'aws/dns': ofDns }),
    'costs under load': table(
      rates.map(rate => `${rate.toLocaleString('en-US')} requests a second`),
      { sum: underLoad },
    ),
  }
  return Object.entries(tables).reduce((text, [name, of]) => readmeSection(text, name, of), readme)
}
