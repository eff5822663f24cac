import type { Test } from 'tap'

type Variables = Record<string, string | undefined>

/** Removes every AWS setting of this machine from the environment, and sets these variables. */
export function onlyAws(variables: Variables): void {
  for (const name of Object.keys(process.env)) if (name.startsWith('AWS_')) delete process.env[name]
  assign({ AWS_CONFIG_FILE: '/dev/null', AWS_SHARED_CREDENTIALS_FILE: '/dev/null', ...variables })
}

/** Sets variables until the test ends, or removes those that are undefined. */
export function setEnvironment(t: Test, variables: Variables): void {
  const before = Object.fromEntries(Object.keys(variables).map(name => [name, process.env[name]]))
  assign(variables)
  t.teardown(() => assign(before))
}

function assign(variables: Variables): void {
  for (const [name, value] of Object.entries(variables))
    if (value === undefined) delete process.env[name]
    else process.env[name] = value
}
