import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'

const profile = '--profile=mirror-service'

export const hasMinikube = () => spawnSync('minikube', ['version'], { stdio: 'ignore' }).status === 0

/** The commands of minikube that do what `npm run cluster` is asked, in a profile that is not the user's own. */
export const minikubeCommand = {
  up: ['start', profile, '--addons=metrics-server'],
  down: ['delete', profile],
  status: ['status', profile],
}

/** Runs minikube on the user's terminal; resolves to its exit code. */
export async function minikube(command: keyof typeof minikubeCommand) {
  const [code] = await once(spawn('minikube', minikubeCommand[command], { stdio: 'inherit' }), 'exit')
  return (code as number | null) ?? 1
}
