import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { type AddressInfo, createServer } from 'node:net'
import { network } from '../../cluster/cluster.ts'
import { waitUntil } from '../../system/wait-until.ts'
import { service } from '../../terraform/service.ts'
import type { Proof } from '../context.test-support.ts'

const { namespace, name, port, metricsPort } = service
const [monitoring, beside] = ['monitoring', 'beside']
const nodeInImage = '/usr/local/bin/node'

/** Prints whether an address answers within two seconds. */
const asks = `
const [host, port, udp] = JSON.parse(process.argv[1])
const say = answer => process.stdout.write(String(answer), () => process.exit())
const socket = udp ? require('dgram').createSocket('udp4') : require('net').connect(port, host)
socket.on(udp ? 'message' : 'connect', () => say(true)).on('error', () => say(false))
if (udp) socket.send('?', port, host)
setTimeout(say, 2000, false)`

/** Answers at a port, over TCP and UDP, until its standard input ends. */
const answers = `
const port = Number(process.argv[1])
const socket = require('dgram').createSocket('udp4').on('error', () => {}).bind(port)
socket.on('message', (text, from) => socket.send(text, from.port, from.address))
require('net').createServer(socket => socket.end()).on('error', () => {}).listen(port)
process.stdin.on('end', () => process.exit()).resume()`

/** A pod with the image of the service, in a namespace of its own. It answers at the port of the service. */
const neighbour = (namespace: string, image: string, pullSecret: object) => [
  { apiVersion: 'v1', kind: 'Namespace', metadata: { name: namespace } },
  { ...pullSecret, metadata: { name: 'registry', namespace } },
  {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { name: 'neighbour', namespace },
    spec: {
      imagePullSecrets: [{ name: 'registry' }],
      terminationGracePeriodSeconds: 0,
      containers: [{ name: 'node', image, stdin: true, command: [nodeInImage, '-e', answers, `${port}`] }],
    },
  },
]

type Way = [from: string, to: string, admitted: boolean, host: string, port: number, protocol?: 'udp']

export const packets: Proof = {
  name: 'network policy: packets pass where it admits them and nowhere else; without it all pass',
  onOwnCluster: true,
  async prove(context) {
    const { kubectl, images, signal } = context
    const { enter, aws } = context.own()
    await context.deploy(images.first)
    await context.waitForPods(2)
    const [pod = ''] = (await context.pods()).map(({ metadata }) => metadata.name)
    const json = async (...words: string[]) => JSON.parse(await kubectl('get', ...words, '--output=json'))
    const address = async (of: string, pod: string) => (await json('pod', `--namespace=${of}`, pod)).status.podIP
    const inPod = (of: string, pod: string) => ['exec', `--namespace=${of}`, pod, '--', nodeInImage, '-e']
    const outside = createServer(socket => socket.end()).listen(0, network.host)
    await once(outside, 'listening')
    const [nsenter, ...words] = [...enter, process.execPath, '-e', answers, '53'] as const
    const dns = spawn(nsenter, words, { stdio: ['pipe', 'ignore', 'inherit'] })
    try {
      const pullSecret = await json('secret', `--namespace=${namespace}`, `${name}-registry`)
      const items = [monitoring, beside].flatMap(each => neighbour(each, images.first, pullSecret))
      await context.kubectlWith(JSON.stringify({ apiVersion: 'v1', kind: 'List', items }), 'apply', '--filename=-')
      for (const each of [monitoring, beside])
        await kubectl('wait', '--for=condition=Ready', `--namespace=${each}`, 'pod/neighbour', '--timeout=60s')

      const own = await address(namespace, pod)
      const ways: Way[] = [
        [namespace, 'S3', true, network.node, Number(new URL(aws.endpoint).port)],
        [namespace, 'DNS over TCP', true, network.node, 53],
        [namespace, 'DNS over UDP', true, network.node, 53, 'udp'],
        [namespace, 'the API server', false, network.node, 6443],
        [namespace, 'the API server by its Service', false, network.services.replace('0/16', '1'), 443],
        [namespace, 'another port of the S3 server', false, network.node, 5000],
        [namespace, 'another pod', false, await address(beside, 'neighbour'), port],
        [namespace, 'an address outside', false, network.host, (outside.address() as AddressInfo).port],
        [monitoring, 'the service', true, own, port],
        [monitoring, 'its metrics', true, own, metricsPort],
        [beside, 'the service', true, own, port],
        [beside, 'its metrics', false, own, metricsPort],
      ]
      const passes = async ([from, , , ...target]: Way) => {
        const into = inPod(from, from === namespace ? pod : 'neighbour')
        return JSON.parse(await kubectl(...into, asks, JSON.stringify(target))) as boolean
      }
      const expectWays = (wanted: (admitted: boolean) => boolean) =>
        waitUntil(
          async () => {
            const seen = await Promise.all(ways.map(passes))
            const wrong = ways.filter(([, , admitted], index) => seen[index] !== wanted(admitted))
            assert.deepEqual(wrong, [], 'ways that are open and should not be, or the other way round')
          },
          { seconds: 60, signal },
        )

      // Each way that is refused later is seen to be open without the policy.
      await kubectl('delete', 'networkpolicy', `--namespace=${namespace}`, name)
      await expectWays(() => true)
      await context.deploy(images.first)
      const applied = performance.now()
      await expectWays(admitted => admitted)
      const open = ways.filter(([, , admitted]) => admitted).length
      const seconds = ((performance.now() - applied) / 1000).toFixed(1)
      return `${open} ways are open and ${ways.length - open} refused, ${seconds} s after apply; without it all are open`
    } finally {
      dns.stdin.end()
      outside.close()
      for (const each of [monitoring, beside]) await kubectl('delete', 'namespace', each, '--ignore-not-found')
    }
  },
}
