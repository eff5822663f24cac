import { type Expression, template } from '../core/expression.ts'
import { references } from '../core/inputs.ts'
import type { KubernetesClusterRoleV1Rule } from '../schemas/kubernetes.d.ts'
import { variables } from './variables.ts'

const { name } = references(variables)

const changed = ['get', 'patch', 'delete']

const kinds: [group: string, resource: string, names: Expression[], verbs?: string[]][] = [
  ['', 'secrets', [template`${name}-registry`, template`${name}-environment`]],
  ['', 'serviceaccounts', [name]],
  ['', 'services', [name]],
  ['apps', 'deployments', [name]],
  ['autoscaling', 'horizontalpodautoscalers', [name]],
  // No input changes it, so that no apply does.
  ['policy', 'poddisruptionbudgets', [name], ['get', 'delete']],
]

/** What plan, apply and destroy of the root app do. Creation cannot be bound to names; all else is. */
export const rules: KubernetesClusterRoleV1Rule[] = [
  ...kinds.flatMap(([group, resource, resource_names, verbs = changed]) => [
    { api_groups: [group], resources: [resource], verbs: ['create'] },
    { api_groups: [group], resources: [resource], resource_names, verbs },
  ]),
  // An apply that fails says why pods do not run.
  { api_groups: [''], resources: ['pods'], verbs: ['list'] },
]

/**
 * What a plan of the root app reads. Of the Secrets, which a refresh reads too, the registry's alone: it opens the project's
 * images, which whoever plans may read anyhow, whereas keys of S3 would be new to them.
 */
export const planRules: KubernetesClusterRoleV1Rule[] = kinds.map(([group, resource, names]) => ({
  api_groups: [group],
  resources: [resource],
  resource_names: names.slice(0, 1),
  verbs: ['get'],
}))
