/** Groups of Kubernetes to which a cloud maps its own accounts: who applies the root app, and who plans it. */
export const groups = { apply: 'svc-terraform', plan: 'svc-terraform-plan' }
