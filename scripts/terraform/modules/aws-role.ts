import type { Expression } from '../core/expression.ts'
import { data, resource } from '../core/module.ts'
import type { DataAwsIamPolicyDocumentStatement } from '../core/schemas/aws.d.ts'

type Contents = {
  name: Expression
  /** Who may assume it. */
  trust: DataAwsIamPolicyDocumentStatement
  /** What it may do, as one inline policy. */
  policy: { name: string; statement: DataAwsIamPolicyDocumentStatement[] }
}

/** Declares a role with its trust and its policy. Returns the role, the policy, and all `parts`, to be listed. */
export function roleWithPolicy(label: string, { name, trust, policy: { name: policyName, statement } }: Contents) {
  const trusted = data('aws_iam_policy_document', `${label}_trust`, { statement: [trust] })
  const allowed = data('aws_iam_policy_document', label, { statement })
  const role = resource('aws_iam_role', label, { name, assume_role_policy: trusted.json })
  const policy = resource('aws_iam_role_policy', label, { name: policyName, role: role.name, policy: allowed.json })
  return { role, policy, parts: [trusted, allowed, role, policy] }
}
