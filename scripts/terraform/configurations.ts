import { access } from './access/index.ts'
import { app } from './app/index.ts'
import { dns } from './aws/dns/index.ts'
import { runner } from './aws/runner/index.ts'
import type { Configuration } from './core/configuration.ts'
import { k8sDeployment } from './modules/k8s/deployment/index.ts'
import { k8sService } from './modules/k8s/service/index.ts'
import { podIdentity } from './modules/pod-identity/index.ts'
import { s3 } from './modules/s3/index.ts'
import { state } from './state/index.ts'

/** The roots, in the order in which they are applied. */
export const roots: Configuration[] = [state, access, app, dns, runner]

export const modules: Configuration[] = [s3, podIdentity, k8sDeployment, k8sService]

export const configurations = [...modules, ...roots]
