import { mkdirSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { CreateBucketCommand, S3Client } from '@aws-sdk/client-s3'
import { startVersitygw } from '../system/versitygw.ts'
import { credentialsAgent, faultProxy } from './fault-proxy.ts'

/** Where the service uploads to, seen past the service and its faults. */
export type Storage = {
  env: Record<string, string>
  /** The text of the object with this key, if there is one. */
  read(key: string): string | undefined
  /** The keys of all visible objects. */
  keys(): string[]
}
export type S3 = Awaited<ReturnType<typeof startS3>>

/** A real S3 server behind a proxy and an agent that injects faults. Reads objects from the server's folder. */
export async function startS3(path: string) {
  const server = await startVersitygw(path)
  const { accessKeyId, secretAccessKey, region, endpoint } = server
  const client = new S3Client({ endpoint, region, forcePathStyle: true, credentials: server })
  await client.send(new CreateBucketCommand({ Bucket: 'soak' }))
  client.destroy()
  const proxy = await faultProxy(endpoint)
  const agent = await credentialsAgent(server)
  const always = {
    AWS_CONFIG_FILE: '/dev/null',
    AWS_SHARED_CREDENTIALS_FILE: '/dev/null',
    AWS_REGION: region,
    AWS_ENDPOINT_URL_S3: proxy.url,
  }
  const fixed = { AWS_ACCESS_KEY_ID: accessKeyId, AWS_SECRET_ACCESS_KEY: secretAccessKey }
  return {
    server,
    proxy,
    agent,
    /** A prefix of its own, with fixed credentials or those of the agent. */
    storage(prefix: string, fromAgent: boolean): Storage {
      const credentials = fromAgent ? { AWS_CONTAINER_CREDENTIALS_FULL_URI: agent.url } : fixed
      const env = { ...always, ...credentials, STAGING: `s3://soak/${prefix}?path-style` }
      return { env, ...files(() => join(server.folder, 'soak'), `${prefix}/`) }
    },
    async stop() {
      proxy.close()
      agent.close()
      await server.stop()
    },
  }
}

/** A folder. `root` is where the service's own file system begins for us. */
export function directoryStorage(folder: string, root: () => string): Storage {
  mkdirSync(folder, { recursive: true })
  return { env: { STAGING: `file:${folder}` }, ...files(() => root() + folder, '') }
}

/** Objects that are files. One whose name begins with a dot is on its way, and not visible as an object. */
function files(folder: () => string, prefix: string): Pick<Storage, 'read' | 'keys'> {
  const attempt = <T>(work: () => T) => {
    try {
      return work()
    } catch {
      return undefined // no such file or folder
    }
  }
  return {
    read: key => attempt(() => readFileSync(join(folder(), key), 'utf8')),
    keys() {
      const names = attempt(() => readdirSync(join(folder(), prefix), { recursive: true, encoding: 'utf8' })) ?? []
      return names.filter(name => name.endsWith('.txt') && !/(^|\/)\./.test(name)).map(name => prefix + name)
    },
  }
}
