import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import t from 'tap'
import { podReasons } from './pod-reasons.ts'

const pod = (name: string, status: object) => ({ metadata: { name }, status })
const waiting = (reason: string, message?: string) => ({ ready: false, state: { waiting: { reason, message } } })
const unscheduled = {
  type: 'PodScheduled',
  status: 'False',
  reason: 'Unschedulable',
  message: '0/1 nodes are available',
}

const items = [
  pod('runs', { containerStatuses: [{ ready: true, state: { running: {} } }] }),
  pod('pulls', { containerStatuses: [waiting('ImagePullBackOff', 'no such tag')] }),
  pod('starts', { containerStatuses: [waiting('ContainerCreating')] }),
  pod('falters', { containerStatuses: [{ ready: false, state: { running: {} } }] }),
  pod('waits', { conditions: [unscheduled] }),
]

const asked: unknown[] = []
const server = createServer(({ url, headers }, response) => {
  asked.push(url)
  const isKnown = headers.authorization === 'Bearer right'
  response.writeHead(isKnown ? 200 : 403).end(JSON.stringify({ items }))
}).listen(0, '127.0.0.1')
await once(server, 'listening')
t.teardown(() => server.close())
const KUBE_HOST = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
const service = { name: 'mirror', namespace: 'oper' }

t.test('tells of each pod that does not run why, in the words of the cluster', async t => {
  t.same(await podReasons(service, { KUBE_HOST, KUBE_TOKEN: 'right' }), [
    'pulls: ImagePullBackOff: no such tag',
    'starts: ContainerCreating',
    'falters: runs, but is not ready: its log tells why',
    'waits: Unschedulable: 0/1 nodes are available',
  ])
  t.same(asked, ['/api/v1/namespaces/oper/pods?labelSelector=app.kubernetes.io%2Fname%3Dmirror'])
})

t.test('says so where it may not ask', t =>
  t.rejects(podReasons(service, { KUBE_HOST, KUBE_TOKEN: 'wrong' }), /says 403 when asked for the pods of oper/),
)
