import { access } from './access.ts'
import { app } from './app/index.ts'
import { awsCluster } from './aws/cluster/index.ts'
import { dns } from './aws/dns/index.ts'
import { runner } from './aws/runner/index.ts'
import type { Configuration } from './core/module.ts'
import { eks } from './modules/eks/index.ts'
import { k8sDeployment } from './modules/k8s/deployment/index.ts'
import { k8sService } from './modules/k8s/service/index.ts'
import { kms } from './modules/kms.ts'
import { network } from './modules/network/index.ts'
import { pipelineRoles } from './modules/pipeline-roles/index.ts'
import { podIdentity } from './modules/pod-identity.ts'
import { s3 } from './modules/s3.ts'
import { state } from './state.ts'

/** The roots, in the order in which they are applied. */
export const roots: Configuration[] = [state, awsCluster, access, app, dns, runner]

export const modules: Configuration[] = [s3, kms, network, eks, podIdentity, pipelineRoles, k8sDeployment, k8sService]

export const configurations = [...modules, ...roots]
