import { readFileSync } from 'node:fs'
import { join } from 'node:path'

type Descriptor = { digest: string; size: number }

/** Digest, compressed size in bytes and labels of the one image in an OCI layout. */
export function readLayout(layout: string) {
  const read = (...path: string[]) => JSON.parse(readFileSync(join(layout, ...path), 'utf8'))
  const blob = ({ digest }: Descriptor) => read('blobs', ...digest.split(':'))
  const [image]: [Descriptor] = read('index.json').manifests
  const { config, layers }: { config: Descriptor; layers: Descriptor[] } = blob(image)
  return {
    digest: image.digest,
    size: layers.reduce((sum, layer) => sum + layer.size, config.size),
    labels: (blob(config).config.Labels ?? {}) as Record<string, string>,
  }
}
