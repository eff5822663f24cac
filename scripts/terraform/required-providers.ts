/** The providers of all roots and modules; what is admitted is what was run. */
export const requiredProviders = {
  aws: { source: 'hashicorp/aws', version: '~> 5.100' },
  // 3.2.0 fails where a resource is slow to become ready.
  kubernetes: { source: 'hashicorp/kubernetes', version: '~> 3.2, >= 3.2.1' },
}
