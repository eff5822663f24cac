import { createServer, request } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Test } from 'tap'

/** The settings of a bucket: as requests name them, and as IAM does. */
const settings: Record<string, string> = {
  accelerate: 'AccelerateConfiguration',
  acl: 'BucketAcl',
  cors: 'BucketCORS',
  encryption: 'EncryptionConfiguration',
  lifecycle: 'LifecycleConfiguration',
  logging: 'BucketLogging',
  'object-lock': 'BucketObjectLockConfiguration',
  ownershipControls: 'BucketOwnershipControls',
  policy: 'BucketPolicy',
  publicAccessBlock: 'BucketPublicAccessBlock',
  replication: 'ReplicationConfiguration',
  requestPayment: 'BucketRequestPayment',
  tagging: 'BucketTagging',
  versioning: 'BucketVersioning',
  website: 'BucketWebsite',
}

const ofObjects: Record<string, string> = { GET: 'Get', HEAD: 'Get', PUT: 'Put', DELETE: 'Delete' }

/** The right that a request needs: "action resource" in S3, the action in ACM; undefined in another service. */
function rightFor(method: string, { pathname, searchParams }: URL, target = ''): string | undefined {
  const [service, action] = target.split('.')
  if (service === 'CertificateManager') return `acm:${action}`
  const [bucket, ...key] = pathname.slice(1).split('/')
  if (!bucket) return undefined
  if (key.join('/')) return `s3:${ofObjects[method]}Object ${bucket}/${key.join('/')}`
  const setting = [...searchParams.keys()].map(name => settings[name]).find(Boolean)
  if (setting) return `s3:${method === 'GET' ? 'Get' : 'Put'}${setting} ${bucket}`
  return `s3:${method === 'PUT' ? 'CreateBucket' : 'ListBucket'} ${bucket}`
}

/** A server between a client and moto, which notes what rights the client's requests need in S3 and ACM. */
export async function recordRights(t: Test, target: string) {
  const rights = new Set<string>()
  const { hostname, port } = new URL(target)
  const server = createServer((incoming, response) => {
    const { method = '', url = '', headers } = incoming
    const right = rightFor(method, new URL(url, target), headers['x-amz-target']?.toString())
    if (right) rights.add(right)
    const outgoing = request({ hostname, port, method, path: url, headers }, answer => {
      response.writeHead(answer.statusCode ?? 502, answer.headers)
      answer.pipe(response)
    })
    incoming.pipe(outgoing)
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  t.teardown(() => server.close().closeAllConnections())
  return {
    endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    /** The rights noted since the last call. */
    taken() {
      const taken = [...rights].sort()
      rights.clear()
      return taken
    },
  }
}
