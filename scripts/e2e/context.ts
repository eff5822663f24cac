import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { S3Client } from '@aws-sdk/client-s3'
import { run } from '../cluster/run.ts'
import type { Stage } from '../cluster/stage.ts'
import { terraform } from '../terraform/cli/terraform.ts'
import { pushImages } from './push-images.ts'

const top = join(import.meta.dirname, '../..')

/** Who runs terraform: an administrator of the cluster, or svc-terraform by a token. */
export type Identity = Record<string, string>

export type Context = Awaited<ReturnType<typeof makeContext>>

/** What the proofs share: the stage, two images in its registry, a copy of terraform/, and the tools bound to them. */
export async function makeContext(stage: Stage, signal: AbortSignal, say: (line: string) => void) {
  const scratch = mkdtempSync(join(tmpdir(), 'e2e-'))
  const images = await pushImages(stage.registry, scratch, signal, say)
  const tree = join(scratch, 'terraform')
  const isSource = (path: string) => !/\.terraform|tfstate|backend_override/.test(path.slice(top.length))
  cpSync(join(top, 'terraform'), tree, { recursive: true, filter: isSource })

  const { aws, registry, api } = stage
  const settings = {
    AWS_ENDPOINT_URL: aws.endpoint,
    AWS_REGION: aws.region,
    AWS_ACCESS_KEY_ID: aws.accessKeyId,
    AWS_SECRET_ACCESS_KEY: aws.secretAccessKey,
    TF_VAR_registry_password: registry.password,
    TF_VAR_aws_access_key_id: aws.accessKeyId,
    TF_VAR_aws_secret_access_key: aws.secretAccessKey,
  }
  const administrator: Identity = { KUBE_CONFIG_PATH: stage.kubeconfig }
  const authority = readFileSync(api.certificateAuthorityFile, 'utf8')

  const context = {
    stage,
    signal,
    say,
    tree,
    images,
    /** What one proof measures for another to compare. */
    measured: { firstAnswerMs: Number.NaN },
    administrator,
    /** svc-terraform, by a token that lasts an hour; once `access` is applied. */
    async pipeline(): Promise<Identity> {
      const words = ['create', 'token', 'svc-terraform', '--namespace=svc-terraform', '--duration=1h']
      const token = await context.kubectl(...words)
      return { KUBE_HOST: api.server, KUBE_CLUSTER_CA_CERT_DATA: authority, KUBE_TOKEN: token.trim() }
    },
    /** Runs terraform in a root, whatever comes of it. */
    try: (identity: Identity, root: string, ...words: string[]) =>
      terraform(join(tree, root), words, { env: { ...settings, ...identity } }),
    /** Runs terraform in a root; resolves to what it printed, rejects with what it complained of. */
    async terraform(identity: Identity, root: string, ...words: string[]): Promise<string> {
      signal.throwIfAborted()
      if (words[0] !== 'init' && !existsSync(join(tree, root, '.terraform'))) await context.initialise(identity, root)
      const { code, stdout, stderr } = await context.try(identity, root, ...words)
      if (code !== 0) throw new Error(`terraform ${words[0]} of ${root} failed\n${stderr || stdout}`)
      return stdout
    },
    initialise: (identity: Identity, root: string): Promise<string> =>
      context.terraform(identity, root, 'init', '-backend-config=../vars/e2e.tfbackend.json'),
    kubectl: (...words: string[]) => run([stage.kubectl, `--kubeconfig=${stage.kubeconfig}`, ...words], { signal }),
    /** The address of the load balancer, once `app` is applied. */
    async address(): Promise<string> {
      return `http://${(await context.terraform(administrator, 'app', 'output', '-raw', 'address')).trim()}`
    },
    s3: new S3Client({
      endpoint: aws.endpoint,
      region: aws.region,
      forcePathStyle: true,
      credentials: { accessKeyId: aws.accessKeyId, secretAccessKey: aws.secretAccessKey },
    }),
    remove: () => rmSync(scratch, { recursive: true, force: true }),
  }
  return context
}
