import { type Expression, expression } from './core/expression.ts'
import type { AwsProvider } from './schemas/aws.d.ts'

/** The provider's settings where the S3 server may not be AWS. Such a server has no STS, no IAM and no metadata. */
export const awsProvider = (region: Expression, otherServer: Expression) =>
  ({
    region,
    s3_use_path_style: otherServer,
    skip_credentials_validation: otherServer,
    skip_requesting_account_id: otherServer,
    skip_metadata_api_check: expression`tostring(${otherServer})`,
  }) satisfies Partial<AwsProvider>
