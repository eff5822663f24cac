import { onEks } from './on-eks.ts'

/** The cluster and what runs in it where people work on it: one NAT gateway, two pods. */
export const { tfbackend, cluster, access, tfvars, dns, runner } = onEks('infr', 'infr.example.com')
