import { createHash } from 'node:crypto'
import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { buildOnce } from '../system/cache.ts'
import { run } from '../system/run.ts'
import { buildGo } from './build-go.ts'

export const pauseImage = 'localhost/pause:1'

// It is process 1 of the node and of every pod: it keeps their namespaces and buries the children of the dead.
const source = `package main

import (
	"os"
	"os/signal"
	"syscall"
)

func main() {
	signals := make(chan os.Signal, 1)
	signal.Notify(signals, syscall.SIGCHLD, syscall.SIGTERM, syscall.SIGINT)
	for received := range signals {
		if received != syscall.SIGCHLD {
			return
		}
		for {
			if child, _ := syscall.Wait4(-1, nil, syscall.WNOHANG, nil); child <= 0 {
				break
			}
		}
	}
}
`

/** The folder with the program `pause` and, for containerd, an image of it as pause.tar. */
export const buildPause = (signal: AbortSignal) =>
  buildOnce('pause-1', async folder => {
    const build = { name: 'pause', module: 'module pause\ngo 1.26\n', sources: { 'main.go': source }, packages: ['.'] }
    await buildGo({ ...build, flags: ['-ldflags=-s -w'] }, folder, signal)
    await run(['tar', '--create', '--file=layer.tar', 'pause'], { folder, signal })
    const layer = createHash('sha256')
      .update(readFileSync(join(folder, 'layer.tar')))
      .digest('hex')
    const config = {
      architecture: process.arch === 'x64' ? 'amd64' : process.arch,
      os: 'linux',
      config: { Entrypoint: ['/pause'], User: '65535:65535' },
      rootfs: { type: 'layers', diff_ids: [`sha256:${layer}`] },
    }
    const manifest = [{ Config: 'config.json', RepoTags: [pauseImage], Layers: ['layer.tar'] }]
    writeFileSync(join(folder, 'config.json'), JSON.stringify(config))
    writeFileSync(join(folder, 'manifest.json'), JSON.stringify(manifest))
    const parts = ['manifest.json', 'config.json', 'layer.tar'] as const
    await run(['tar', '--create', '--file=pause.tar', ...parts], { folder, signal })
    for (const part of parts) rmSync(join(folder, part))
  })
