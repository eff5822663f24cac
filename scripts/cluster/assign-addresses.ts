// A process of its own, which does what a cloud or `minikube tunnel` does: it writes an address into the status of each
// Service of type LoadBalancer. kube-proxy then balances that address, and the host has a route to all of them.
// Its argument is the port on which it says whether it works.
import { createServer } from 'node:http'
import { createInterface } from 'node:readline'
import { setTimeout as delay } from 'node:timers/promises'
import { apiServer, network } from './cluster.ts'
import { readObject, request } from './request.ts'

type Service = {
  metadata: { namespace: string; name: string; uid: string }
  spec: { type: string }
  status: { loadBalancer?: { ingress?: { ip: string }[] } }
}
type List = { items: Service[]; metadata: { resourceVersion: string } }
type Event = { type: 'ADDED' | 'MODIFIED' | 'DELETED'; object: Service } | { type: 'ERROR' }

const services = `${apiServer}/api/v1/services`
/** By the uid of their Service. */
const addresses = new Map<string, string>()
let watching = false

createServer((_, reply) => reply.writeHead(watching ? 200 : 503).end()).listen(Number(process.argv[2]), network.node)

while (true) {
  await watch().catch(error => console.error(error.message))
  watching = false
  await delay(500)
}

/** Lists all Services, then follows their changes until the API server ends the watch. */
async function watch() {
  const { items, metadata } = (await readObject(services)) as List
  addresses.clear()
  for (const service of items) remember(service)
  for (const service of items) await assign(service)
  const events = await request(`${services}?watch=true&resourceVersion=${metadata.resourceVersion}`)
  watching = events.statusCode === 200
  for await (const line of createInterface({ input: events })) {
    const event = JSON.parse(line) as Event
    if (event.type === 'ERROR') return
    if (event.type === 'DELETED') addresses.delete(event.object.metadata.uid)
    else await assign(event.object)
  }
}

function current({ status }: Service) {
  return status.loadBalancer?.ingress?.[0]?.ip
}

function remember(service: Service) {
  const address = current(service)
  if (address) addresses.set(service.metadata.uid, address)
}

async function assign(service: Service) {
  const { uid, namespace, name } = service.metadata
  const wanted = service.spec.type === 'LoadBalancer'
  if (!wanted) addresses.delete(uid)
  if (wanted === (current(service) !== undefined)) return
  const address = addresses.get(uid) ?? firstFree()
  if (wanted) addresses.set(uid, address)
  const response = await request(`${apiServer}/api/v1/namespaces/${namespace}/services/${name}/status`, {
    method: 'PATCH',
    headers: { 'content-type': 'application/merge-patch+json' },
    body: JSON.stringify({ status: { loadBalancer: { ingress: wanted ? [{ ip: address }] : null } } }),
  })
  response.resume()
  console.log(`${namespace}/${name} ${wanted ? 'gets' : 'loses'} ${address}: ${response.statusCode}`)
}

function firstFree() {
  const taken = new Set(addresses.values())
  for (let last = 1; last < 255; last++) {
    const address = network.loadBalancers.replace('0/24', String(last))
    if (!taken.has(address)) return address
  }
  throw new Error(`all addresses of ${network.loadBalancers} are taken`)
}
