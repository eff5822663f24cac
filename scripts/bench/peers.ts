import { join } from 'node:path'
import { entryPoint } from '../system/entry-point.ts'
import type { Command } from '../system/run.ts'
import { service } from '../terraform/service.ts'
import { python } from './install.ts'

export const root = join(import.meta.dirname, '../..')
const folder = join(import.meta.dirname, 'peers')

export type Peer = {
  name: string
  command: (port: number) => Command
  env?: Record<string, string>
  /** Where it says that it is ready; /api/health if absent. */
  readyPath?: string
  /** How many times fewer requests are enough to measure it. */
  slow?: number
}

const node = (name: string, file: string, env = {}): Peer => ({
  name,
  command: () => [process.execPath, join(folder, file)],
  env,
})

export const bare = node('bare node:http', 'bare.js')
export const fastify = node('Fastify', 'fastify.js')
export const hono = node('Hono', 'hono.js')
export const express = node('Express', 'express.js')
export const sdk = node('node:http + SDK', 'bare.js', { UPLOAD: 'sdk' })
export const minio = node('node:http + minio-js', 'bare.js', { UPLOAD: 'minio' })

export const flask: Peer = {
  name: 'Flask',
  slow: 10,
  env: { PYTHONDONTWRITEBYTECODE: '1' },
  command: port => {
    const options = ['--workers', '1', '--bind', `127.0.0.1:${port}`, '--chdir', folder, '--log-level', 'warning']
    return [python, '-m', 'gunicorn', ...options, 'flask_app:app']
  },
}

/** The bundle, run as the image runs it. */
export const ours: Peer = {
  name: 'mirror-service',
  readyPath: '/api/ready',
  env: { HOST: '127.0.0.1', STAGING: 's3://bench?path-style' },
  command: () => entryPoint(join(root, 'dist')),
}

/** The same with a lower limit: shorter waits, more refusals. */
export const limited: Peer = {
  ...ours,
  name: 'mirror-service, MAX_IN_FLIGHT=64',
  env: { ...ours.env, MAX_IN_FLIGHT: '64' },
}

/** The same with metrics, at the port that they have in Kubernetes: no client's connection is given it by chance. */
export const observed: Peer = {
  ...ours,
  name: 'mirror-service with metrics',
  env: { ...ours.env, METRICS_PORT: String(service.metricsPort) },
}
