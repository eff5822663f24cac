import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import type { OwnTarget } from '../e2e/context.test-support.ts'
import { configurationFile } from '../system/terraform.ts'
import type { Identity } from '../token/make-token.ts'
import { project } from './clone.test-support.ts'
import type { Variables } from './run-pipeline.test-support.ts'
import type { Keys } from './signing.test-support.ts'

/** The variables that a GitLab project would have: of our cluster, with static keys, a key pair for images and a token of svc-terraform. */
export function pipelineVariables(
  { environment, settings, cluster: { registry } }: OwnTarget,
  svcTerraform: Identity,
  { signing, verifying }: Keys,
  scratch: string,
): Variables {
  return {
    project: {
      CI_COMMIT_BRANCH: 'main',
      CI_DEFAULT_BRANCH: 'main',
      CI_REGISTRY: registry.address,
      CI_REGISTRY_IMAGE: `${registry.address}/${project.path}`,
      CI_REGISTRY_USER: registry.user,
      CI_REGISTRY_PASSWORD: registry.password,
      DEPLOY_PROJECT: project.path,
      DEPLOY_ENVIRONMENT: environment,
      ...verifying,
      // What differs on this machine from a container with access to the internet.
      STORAGE_DRIVER: storageDriver(),
      REGISTRY_INSECURE: 'true',
      REGISTRY_AUTH_FILE: join(scratch, 'login-of-the-job.json'),
      TF_CLI_CONFIG_FILE: configurationFile(),
    },
    environments: { signing, [environment]: { ...settings, ...svcTerraform } },
  }
}

/** What GitLab, and gitlab-ci-local, add for a job. */
export const jobOf = (CI_COMMIT_SHA = '') => ({
  CI_COMMIT_SHA,
  CI_SERVER_URL: 'https://gitlab.example.com',
  CI_PROJECT_URL: `https://gitlab.example.com/${project.path}`,
  CI_PIPELINE_URL: `https://gitlab.example.com/${project.path}/pipelines/1`,
  BUILD_RUNNER_TAG: 'build',
})

/** The driver that has the base images already. */
function storageDriver(): string {
  const { stdout } = spawnSync('buildah', ['info'], { encoding: 'utf8' })
  return JSON.parse(stdout).store.GraphDriverName
}
