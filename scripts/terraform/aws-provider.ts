import { type Expression, expression } from './core/expression.ts'
import type { AwsProvider } from './core/schemas/aws.d.ts'

/** The provider's settings for AWS. */
export const awsProvider = ({ region, tags }: { region: Expression; tags: Expression }) =>
  ({ region, default_tags: [{ tags }] }) satisfies Partial<AwsProvider>

/** Those for an S3 server that may not be AWS: such a server has no STS, IAM or metadata. */
export const s3Provider = (input: { region: Expression; tags: Expression }, otherServer: Expression) =>
  ({
    ...awsProvider(input),
    s3_use_path_style: otherServer,
    skip_credentials_validation: otherServer,
    skip_requesting_account_id: otherServer,
    skip_metadata_api_check: expression`tostring(${otherServer})`,
  }) satisfies Partial<AwsProvider>
