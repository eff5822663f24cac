type Plan = { resource_changes?: { change: { actions: string[] } }[] }

/** GitLab's Terraform report of a plan, as terraform show -json gives it; what is replaced counts as created and as deleted. */
export function countChanges({ resource_changes = [] }: Plan) {
  const count = (action: string) => resource_changes.filter(({ change }) => change.actions.includes(action)).length
  return { create: count('create'), update: count('update'), delete: count('delete') }
}
