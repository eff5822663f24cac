import { type Expression, expression } from './core/expression.ts'
import type { AwsProvider } from './schemas/aws.d.ts'

/** The provider's settings where the S3 server may not be AWS. Such a server has no STS, no IAM and no metadata. */
export const awsProvider = (region: Expression, otherServer: Expression) => {
  const other = expression`${otherServer}`
  return {
    region,
    s3_use_path_style: other,
    skip_credentials_validation: other,
    skip_requesting_account_id: other,
    skip_metadata_api_check: expression`tostring(${other})`,
  } satisfies Partial<AwsProvider>
}
