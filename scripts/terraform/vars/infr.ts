import { onEks } from './on-eks.ts'

/** The environment that people try changes in: one NAT gateway, two pods. */
export const { tfbackend, cluster, access, tfvars, dns, runner } = onEks('infr', 'infr.example.com')
