import type { Context, Identity } from './context.ts'

/** What differs from the environment e2e where the cluster is the user's. */
export const where = ({ buckets, region }: Context) => [
  `-var=region=${region}`,
  `-var=staging_bucket=${buckets.staging}`,
]

/** The arguments by which `app` is planned and applied here. */
export const appInputs = (context: Context, image: string): string[] => [
  '-input=false',
  '-var-file=../vars/e2e.tfvars.json',
  ...where(context),
  `-var=image=${image}`,
]

/** Applies `app` with an image, as svc-terraform, and waits until it is rolled out. */
export const deploy = async (context: Context, identity: Identity, image: string, ...more: string[]) =>
  context.terraform(identity, 'app', 'apply', '-auto-approve', ...appInputs(context, image), ...more)
