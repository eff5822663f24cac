import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import t from 'tap'
import { changedNothing, explain, podReasons } from './explain.ts'

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

t.test('each pod that does not run is listed with the reason that the cluster gives', async t => {
  t.same(await podReasons(service, { KUBE_HOST, KUBE_TOKEN: 'right' }), [
    'pulls: ImagePullBackOff: no such tag',
    'starts: ContainerCreating',
    'falters: runs, but is not ready: see its log',
    'waits: Unschedulable: 0/1 nodes are available',
  ])
  t.same(asked, ['/api/v1/namespaces/oper/pods?labelSelector=app.kubernetes.io%2Fname%3Dmirror'])
})

t.test('without the right to list pods it says so', t =>
  t.rejects(podReasons(service, { KUBE_HOST, KUBE_TOKEN: 'wrong' }), /replies 403 to a request for the pods of oper/),
)

t.test('known errors of Terraform are explained', async t => {
  const stale = 'Error: Saved plan is stale\n\nThe given plan file can no longer be applied'
  t.match(explain(stale), [/plan again/])
  t.ok(changedNothing(stale))
  const locked = 'Error: Error acquiring the state lock'
  t.match(explain(locked), [/terraform force-unlock/])
  t.ok(changedNothing(locked))
  const noAddress = 'Error: client rate limiter Wait returned an error: context deadline exceeded'
  t.match(explain(noAddress), [/got no address in time/])
  t.notOk(changedNothing(noAddress))
  t.same(explain('Error: Deployment exceeded its progress deadline'), [])
})
