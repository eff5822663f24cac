type Dependency = { uri: string; digest: { gitCommit?: string; sha256?: string | undefined } }

export type Provenance = ReturnType<typeof provenance>

/** What a pipeline of GitLab attests about the image that it has built on some bases: a predicate of SLSA provenance v1. */
export function provenance(env: NodeJS.ProcessEnv, bases: string[]) {
  const gitlab = (name: string) => {
    const value = env[name]
    if (!value) throw new Error(`${name} is not set: only a job of GitLab knows where an image comes from`)
    return value
  }
  const source = gitlab('CI_PROJECT_URL')
  const ref = env.CI_COMMIT_TAG ? `refs/tags/${env.CI_COMMIT_TAG}` : `refs/heads/${gitlab('CI_COMMIT_BRANCH')}`
  const commit = { uri: `git+${source}@${ref}`, digest: { gitCommit: gitlab('CI_COMMIT_SHA') } }
  const on = bases.map(parse).map(({ uri, sha256 }) => ({ uri, digest: { sha256 } }))
  const resolvedDependencies: Dependency[] = [commit, ...on]
  return {
    buildDefinition: {
      buildType: `${source}/-/blob/HEAD/scripts/README.md#image`,
      externalParameters: { source, ref },
      internalParameters: { runner: gitlab('BUILD_RUNNER_TAG') },
      resolvedDependencies,
    },
    runDetails: { builder: { id: gitlab('CI_SERVER_URL') }, metadata: { invocationId: gitlab('CI_PIPELINE_URL') } },
  }
}

/** Adds to npm's SBOM (CycloneDX) what npm does not know: Node, and the base image under the bundle. */
export function completeSbom<Sbom extends { components: object[] }>(sbom: Sbom, bases: string[]): Sbom {
  const [build, { name, tag, sha256 } = parse('')] = bases.map(parse)
  const version = build?.tag.split('-')[0]
  const digest = sha256 ? `@sha256%3A${sha256}` : ''
  const purl = `pkg:oci/${name.split('/').at(-1)}${digest}?repository_url=${name}&tag=${tag}`
  const more = [
    { type: 'platform', name: 'node', version, purl: `pkg:generic/node@${version}` },
    { type: 'container', name, version: tag, purl, ...(sha256 && { hashes: [{ alg: 'SHA-256', content: sha256 }] }) },
  ]
  return { ...sbom, components: [...sbom.components, ...more.map(of => ({ 'bom-ref': of.purl, ...of }))] }
}

/** Takes registry/path/name:tag@sha256:… apart. A stand-in has no digest. */
function parse(image: string) {
  const [uri = '', sha256] = image.split('@sha256:')
  const [, name = '', tag = ''] = uri.match(/(.*):(.*)/) ?? []
  return { uri, name, tag, sha256 }
}
