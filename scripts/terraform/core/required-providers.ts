import { oldestTerraform } from '../../system/terraform.ts'

/** Version of Terraform that every root and module asks for. */
export const requiredVersion = `>= ${oldestTerraform}`

/** The providers of all roots and modules; what is admitted is what was run. After a change: npm run types. */
export const requiredProviders = {
  aws: { source: 'hashicorp/aws', version: '~> 5.100' },
  // 3.2.0 fails where a resource is slow to become ready.
  kubernetes: { source: 'hashicorp/kubernetes', version: '~> 3.2, >= 3.2.1' },
}

export type ProviderName = keyof typeof requiredProviders
