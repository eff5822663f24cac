/** Also the name of the VPC, by which others find it. */
export const clusterName = {
  description: 'Name of the EKS cluster, of its VPC, and the start of the names of its roles.',
  type: 'string',
  pattern: '^[a-z][-a-z0-9]{0,36}[a-z0-9]$',
  // Roles have 64 at most: NAME-mirror-service-… leaves this.
  message: 'A cluster name has 2 to 38 lower-case letters, digits and hyphens, and starts with a letter.',
} as const

export const logRetention = {
  description: 'Days that logs of the control plane and of refused traffic are kept.',
  type: 'integer',
  minimum: 1,
  maximum: 3653,
  message: 'Days are a number that CloudWatch knows: 30, 90, 180, 365, 731 and some more.',
  default: 365,
} as const
