import { expression } from '../../core/expression.ts'
import { defineInputs } from '../../core/inputs.ts'
import { kinds, rule } from '../../kinds.ts'
import { clusterName } from '../../modules/eks/shared-variables.ts'

// https://docs.aws.amazon.com/AmazonECS/latest/developerguide/fargate-tasks-services.html
const fargateMemory = 'Fargate gives 2048 to 8192 MiB to one vCPU, in steps of 1024.'

export const variables = defineInputs({
  region: kinds.region,
  cluster_name: clusterName,
  image_digest: {
    ...kinds.optional,
    description: 'Digest of the image in the repository made here; null until one is pushed: then nothing runs yet.',
    pattern: '^sha256:[0-9a-f]{64}$',
    message: 'A digest is sha256: and 64 hexadecimal digits, as the push of the image says it.',
  },
  gitlab_url: {
    description: 'GitLab that has the jobs.',
    type: 'string',
    default: 'https://gitlab.com',
    pattern: '^https://[^/"\\s]+$',
    message: 'GitLab is given as https://host, without a path.',
  },
  tasks: { ...kinds.replicas, description: 'Tasks, and so jobs, at one time.', default: 2 },
  memory: {
    description: 'Memory of a task and its vCPU, in MiB.',
    type: 'integer',
    default: 2048,
    minimum: 2048,
    maximum: 8192,
    message: fargateMemory,
    validation: [rule(expression`var.memory % 1024 == 0`, fargateMemory)],
  },
  force_destroy: {
    description: 'Whether destroy deletes the images in the repository too; apply it before the destroy.',
    type: 'boolean',
    default: false,
  },
})
