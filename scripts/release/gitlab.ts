/** Before it, a merge request from a fork got a token that named the project, not the fork (gitlab-org/gitlab#548165). */
const oldestGitlab = '18.2.2'

/**
 * Why AWS could not, or should not, trust the token of this job, and what to do; undefined if nothing is found. That the
 * issuer answers here does not prove that it answers AWS, which asks over the internet.
 */
export async function gitlabProblem(env: NodeJS.ProcessEnv, milliseconds = 10_000): Promise<string | undefined> {
  // With keys, the token is not used.
  if (!env.AWS_ID_TOKEN || env.AWS_ACCESS_KEY_ID) return undefined
  const version = env.CI_SERVER_VERSION
  if (!version) return 'CI_SERVER_VERSION is not set'
  if (version.localeCompare(oldestGitlab, undefined, { numeric: true }) < 0)
    return `version ${version} gives forks tokens of this project: update to ${oldestGitlab} or newer`
  const advice = 'AWS reads it over the internet to check tokens: open it there, or use keys of AWS'
  let document = 'the token of the job'
  try {
    const { iss } = JSON.parse(Buffer.from(env.AWS_ID_TOKEN.split('.')[1] ?? '', 'base64url').toString())
    document = `${iss}/.well-known/openid-configuration`
    const response = await fetch(document, { signal: AbortSignal.timeout(milliseconds) })
    if (!response.ok) return `${document} answers with ${response.status}. ${advice}`
    const { issuer } = (await response.json()) as { issuer?: string }
    return issuer === iss ? undefined : `${document} names the issuer ${issuer}: correct external_url of GitLab`
  } catch (error) {
    const { message, cause } = error as Error & { cause?: { code?: string } }
    return `${document} cannot be read (${cause?.code ?? message}). ${advice}`
  }
}
