import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'

/** Profile of minikube, and so the context in the user's kubeconfig. It is not the default, which may be in use. */
export const minikubeProfile = 'mirror-service'

const profile = `--profile=${minikubeProfile}`

/** The arguments of minikube that do what `npm run cluster` is asked. */
export const minikubeArguments = {
  up: ['start', profile, '--addons=metrics-server'],
  down: ['delete', profile],
  status: ['status', profile],
}

export const hasMinikube = () => spawnSync('minikube', ['version'], { stdio: 'ignore' }).status === 0

/** Runs minikube on the user's terminal. Returns its exit code. */
export async function minikube(command: keyof typeof minikubeArguments): Promise<number> {
  const [code] = await once(spawn('minikube', minikubeArguments[command], { stdio: 'inherit' }), 'exit')
  return (code as number | null) ?? 1
}
