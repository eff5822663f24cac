import { globSync } from 'node:fs'

/** What has to be covered: the service, and the scripts that are functions; not those that drive tools of the machine. */
export const covered = globSync(['handlers/**/*.ts', 'scripts/{contract,terraform}/**/*.ts'], {
  exclude: ['**/*.{test,test-support,d}.ts'],
})

/** Tap's coverage map: every test may cover any of them. */
export default () => ['server.ts', ...covered]
