/** Input by which roots find what the root aws/cluster made. */
export const clusterName = {
  description: 'Name of the EKS cluster, and of its VPC.',
  type: 'string',
  pattern: '^[0-9A-Za-z][0-9A-Za-z_-]{0,99}$',
  message: 'A cluster name has 1 to 100 letters, digits, hyphens and underscores, a letter or digit first.',
} as const
