import type { Context, Identity } from './context.ts'

/** The arguments by which `app` is planned and applied here. */
export function appInputs({ stage }: Context, image: string): string[] {
  const { registry, aws } = stage
  return [
    '-input=false',
    '-var-file=../vars/e2e.tfvars.json',
    `-var=image=${image}`,
    `-var=registry=${registry.address}`,
    `-var=registry_username=${registry.user}`,
    `-var=s3_endpoint=${aws.endpoint}`,
  ]
}

/** Applies `app` with an image, as svc-terraform, and waits until it is rolled out. */
export const deploy = async (context: Context, identity: Identity, image: string, ...more: string[]) =>
  context.terraform(identity, 'app', 'apply', '-auto-approve', ...appInputs(context, image), ...more)
