import { oldestTerraform } from '../../system/terraform.ts'

/** Version of Terraform that every root and module asks for. */
export const requiredVersion = `>= ${oldestTerraform}`

/** The providers of all roots and modules. After a change: npm run types -- --upgrade. */
export const requiredProviders = {
  // 5.100.0 was run; what 6.x takes is in schemas/aws-6.json, with which a test compares all that is written.
  aws: { source: 'hashicorp/aws', version: '>= 5.100, < 7.0' },
  // 3.2.0 fails where a resource is slow to become ready.
  kubernetes: { source: 'hashicorp/kubernetes', version: '~> 3.2, >= 3.2.1' },
}

export type ProviderName = keyof typeof requiredProviders
