import { execFileSync, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { readdirSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { type AddressInfo, createServer as createListener, type Server } from 'node:net'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import type { Test } from 'tap'
import { dial, request } from './handlers/http/raw-client.test-support.ts'
import schema from './handlers/schemas/environment.json' with { type: 'json' }
import { hasEnded } from './scripts/system/has-ended.ts'

export const post = request('POST /api/upload-random')
export const body = (answer: { text: string }) => JSON.parse(answer.text)
export const messages = (lines: { msg: string }[]) => lines.map(({ msg }) => msg)

const isSetting = (name: string) => name in schema.properties || name.startsWith('AWS_')
const others = Object.fromEntries(Object.entries(process.env).filter(([name]) => !isSetting(name)))

const environment = (folder: string) => ({
  ...others,
  HOME: folder,
  HOST: '127.0.0.1',
  PORT: '0',
  STAGING: `file:${folder}/staging`,
})

type Options = { folder?: string; command?: [program: string, ...args: string[]] }

/** Runs the service as a process of its own, on loopback and a free port, with these variables and no other settings. */
export function run(t: Test, own: Record<string, string>, options: Options = {}) {
  const { folder = t.testdir(), command: [program, ...args] = [process.execPath, 'server.ts'] } = options
  const env = { ...environment(folder), ...own }
  const child = spawn(program, args, { cwd: import.meta.dirname, env, detached: true })
  t.teardown(() => child.kill('SIGKILL'))
  const text = { stdout: '', stderr: '' }
  for (const name of ['stdout', 'stderr'] as const)
    child[name].setEncoding('utf8').on('data', data => {
      text[name] += data
    })
  const lines = () =>
    text.stdout
      .split('\n')
      .slice(0, -1)
      .map(line => JSON.parse(line))
  const ended = once(child, 'close').then(([code, signal]) => ({ code, signal, ...text, lines: lines() }))
  /** Waits for the line of the log with this message. */
  const logged = async (message: RegExp) => {
    for (;;) {
      const line = lines().find(({ msg }) => message.test(msg))
      if (line) return line
      if (hasEnded(child)) throw new Error(`ended without ${message}: ${text.stdout}${text.stderr}`)
      await Promise.race([once(child.stdout, 'data'), ended])
    }
  }
  const port = logged(/^listening/).then(({ msg }) => Number(/http:\/\/.*:(\d+),/.exec(msg)?.[1]))
  port.catch(() => {})
  const stored = () => readdirSync(join(folder, 'staging'))
  return { child, folder, logged, ended, stored, port, dial: async () => dial(await port) }
}

/** Runs the service with this descriptor as its standard output; its port is chosen here, since nobody may read the log. */
export async function runInto(
  t: Test,
  output: number | 'pipe',
  own: Record<string, string> = {},
  folder = t.testdir(),
) {
  const { server, port } = await silentServer(t)
  await new Promise(resolve => server.close(resolve))
  const env = { ...environment(folder), PORT: String(port), DRAIN_MS: '0', ...own }
  const child = spawn(process.execPath, ['server.ts'], {
    cwd: import.meta.dirname,
    env,
    stdio: ['ignore', output, 'pipe'],
  })
  t.teardown(() => child.kill('SIGKILL'))
  let stderr = ''
  child.stderr?.setEncoding('utf8').on('data', data => {
    stderr += data
  })
  const ended = once(child, 'exit').then(([code, signal]) => ({ code, signal, stderr }))
  /** Connects as soon as the service listens. */
  const connected = async () => {
    for (;;) {
      const client = await dial(port).catch(() => undefined)
      if (client || hasEnded(child)) return client as NonNullable<typeof client>
      await setTimeout(10)
    }
  }
  return { child, port, ended, client: await connected() }
}

/** Why nothing can be run at a terminal here; false if it can. */
export const noTerminal =
  !spawnSync('script', ['--version']).stdout?.includes('util-linux') && 'script of util-linux is not on PATH'

/** Runs a command of a shell at a terminal of its own. */
export function runAtTerminal(t: Test, command: string, own: Record<string, string> = {}) {
  // `script` takes the shell from SHELL. Ctrl-C reaches the shell, too: without a trap, dash ends with 130 whatever its child says.
  const env = { ...environment(t.testdir()), SHELL: '/bin/sh', ...own }
  const child = spawn('script', ['-qec', `trap : INT; ${command}; exit $?`, '/dev/null'], {
    cwd: import.meta.dirname,
    env,
  })
  t.teardown(() => child.kill('SIGKILL'))
  let text = ''
  child.stdout.setEncoding('utf8').on('data', data => {
    text += data
  })
  const ended = once(child, 'close').then(([code]) => code as number | null)
  /** Waits for this output; resolves to all output until then. */
  const output = async (wanted: RegExp) => {
    while (!wanted.test(text)) {
      if (hasEnded(child)) throw new Error(`ended without ${wanted}: ${text}`)
      await Promise.race([once(child.stdout, 'data'), ended])
    }
    return text.replaceAll('\r\n', '\n')
  }
  return { output, type: (keys: string) => child.stdin.write(keys), ended }
}

/** No AWS settings of this machine. */
export const noAws = { AWS_CONFIG_FILE: '/dev/null', AWS_SHARED_CREDENTIALS_FILE: '/dev/null' }

/** Variables for uploads to an S3 server at this port of loopback. */
export const s3At = (port: number) => ({
  ...noAws,
  AWS_REGION: 'eu-west-1',
  AWS_ACCESS_KEY_ID: 'id',
  AWS_SECRET_ACCESS_KEY: 'secret',
  AWS_ENDPOINT_URL_S3: `http://127.0.0.1:${port}`,
  STAGING: 's3://bucket/prefix?path-style',
})

/** An AWS configuration that cannot be read until `write` is called: a named pipe. */
export function slowConfig(folder: string) {
  const pipe = join(folder, 'aws-config')
  execFileSync('mkfifo', [pipe])
  const { AWS_REGION, ...variables } = s3At(9)
  return {
    variables: { ...variables, AWS_CONFIG_FILE: pipe, DRAIN_MS: '0' },
    write: () => writeFileSync(pipe, `[default]\nregion = ${AWS_REGION}\n`),
  }
}

/** Listens on a free port of loopback until the test ends. */
async function listen<S extends Server>(t: Test, server: S): Promise<{ server: S; port: number }> {
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  t.teardown(() => server.close())
  return { server, port: (server.address() as AddressInfo).port }
}

/** A server that accepts connections and never answers. */
export const silentServer = (t: Test) =>
  listen(
    t,
    createListener(socket => t.teardown(() => socket.destroy())),
  )

/** A server that takes every PUT as S3 does, and notes its method and path. */
export async function s3StandIn(t: Test) {
  const puts: string[] = []
  const server = createServer((message, response) => {
    puts.push(`${message.method} ${message.url?.replace(/\?.*/, '')}`)
    message.resume().on('end', () => response.setHeader('ETag', '"a"').end())
  })
  return { puts, port: (await listen(t, server)).port }
}
