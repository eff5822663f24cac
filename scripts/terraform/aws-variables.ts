import { inputs } from './core/inputs.ts'

/** What the roots with S3 ask of every environment. */
export const awsVariables = inputs({
  region: {
    description: 'AWS region.',
    type: 'string',
    pattern: '^[a-z]{2}(-[a-z]+)+-[0-9]$',
    message: 'A region is a name such as eu-west-1.',
  },
})
