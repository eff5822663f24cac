import { type Expression, expression } from '../../core/expression.ts'

const name = expression`var.name`

/** What selects the pods; it cannot change while they run. */
export const selector = { 'app.kubernetes.io/name': name, 'app.kubernetes.io/instance': name }

export const labels = { ...selector, 'app.kubernetes.io/managed-by': 'terraform' }

/** The metadata of an object of the service. */
export const metadata = (called: Expression = name) => ({ name: called, namespace: expression`var.namespace`, labels })
