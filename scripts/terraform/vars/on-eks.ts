import type { access } from '../access.ts'
import type { app } from '../app.ts'
import type { awsCluster } from '../aws/cluster.ts'
import type { dns } from '../aws/dns.ts'
import type { runner } from '../aws/runner.ts'
import type { ValuesOf } from '../core/inputs.ts'
import type { backend } from '../state.ts'

const region = 'eu-west-1'
const gitlab_url = 'https://gitlab.example.com'

/** An environment on EKS, by its name. The roles, addresses and the project are examples: put in your own. */
export const onEks = (name: string, domain: string) => {
  const cluster_name = `mirror-service-${name}`
  const state_bucket = `mirror-service-${name}-state`
  const staging_bucket = `mirror-service-${name}-staging`
  // Activate them as cost allocation tags in the billing console.
  const tags = { service: 'mirror-service', environment: name }
  return {
    /** Where it keeps its states: the backend of every root, and the input of the root state. */
    tfbackend: { bucket: state_bucket, region } satisfies ValuesOf<typeof backend>,
    /** The inputs of the root aws/cluster. */
    cluster: {
      region,
      cluster_name,
      availability_zones: ['a', 'b', 'c'].map(letter => `${region}${letter}`),
      // For people in an office or a VPN. Runners in the VPC need none.
      public_access_cidrs: ['203.0.113.7/32'],
      administrator_role_arns: ['arn:aws:iam::123456789012:role/administrator'],
      state_bucket,
      staging_bucket,
      gitlab_url,
      gitlab_project: 'platform/mirror-service',
      tags,
    } satisfies ValuesOf<typeof awsCluster.variables>,
    /** The inputs of the root aws/dns. */
    dns: { region, cluster_name, domain, tags } satisfies ValuesOf<typeof dns.variables>,
    /** The inputs of the root aws/runner. */
    runner: { region, cluster_name, gitlab_url, tags } satisfies ValuesOf<typeof runner.variables>,
    access: { readiness_gates: true, enforce_network_policies: true } satisfies ValuesOf<typeof access.variables>,
    /** The inputs of the root app, without what each apply gives: the image and the secrets. */
    tfvars: {
      region,
      staging_bucket,
      domain,
      load_balancer_class: 'eks.amazonaws.com/nlb',
      load_balancer_delay_seconds: 300,
      // Longer than the delay, by the time until the controller tells the NLB.
      drain_seconds: 330,
      // For a node to start, the image, the registration, and a margin.
      progress_deadline_seconds: 600,
      load_balancer_timeout: '10m',
      tags,
    } satisfies Omit<ValuesOf<typeof app.variables>, 'image'>,
  }
}
