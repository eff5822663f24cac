import { access } from './access.ts'
import { app } from './app.ts'
import { awsCluster } from './aws/cluster.ts'
import { dns } from './aws/dns.ts'
import { runner } from './aws/runner.ts'
import type { Configuration } from './core/module.ts'
import { alarmTopic } from './modules/alarm-topic.ts'
import { eks } from './modules/eks.ts'
import { k8sDeployment } from './modules/k8s/deployment.ts'
import { k8sService } from './modules/k8s/service.ts'
import { kms } from './modules/kms.ts'
import { network } from './modules/network.ts'
import { pipelineRoles } from './modules/pipeline-roles.ts'
import { podIdentity } from './modules/pod-identity.ts'
import { s3 } from './modules/s3.ts'
import { state } from './state.ts'

/** The roots, in the order in which they are applied; dns once more after app. */
export const roots: Configuration[] = [state, awsCluster, dns, access, app, runner]

export const modules: Configuration[] = [
  s3,
  kms,
  network,
  eks,
  podIdentity,
  pipelineRoles,
  alarmTopic,
  k8sDeployment,
  k8sService,
]

export const configurations = [...modules, ...roots]
