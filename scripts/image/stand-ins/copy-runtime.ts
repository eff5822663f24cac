import { cpSync, globSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const files = [
  'usr/lib*/ld-linux*',
  'usr/lib/*-linux-gnu/ld-linux*',
  'usr/lib/*-linux-gnu/lib{c,m,dl,pthread,stdc++,gcc_s}.so.*',
  'etc/ssl/certs/ca-certificates.crt',
]

const passwd = [
  'root:x:0:0:root:/root:/sbin/nologin',
  'nobody:x:65534:65534:nobody:/nonexistent:/sbin/nologin',
  'nonroot:x:65532:65532:nonroot:/home/nonroot:/sbin/nologin',
]

/** Copies what a C++ program needs to run, and no more, from a Debian root folder to a new one. */
export function copyRuntime(debian: string, runtime: string) {
  for (const file of globSync(files, { cwd: debian }))
    cpSync(join(debian, file), join(runtime, file), { recursive: true, verbatimSymlinks: true })
  symlinkSync('usr/lib', join(runtime, 'lib'))
  symlinkSync('usr/lib64', join(runtime, 'lib64'))
  mkdirSync(join(runtime, 'tmp'), { mode: 0o1777 })
  mkdirSync(join(runtime, 'home/nonroot'), { recursive: true })
  writeFileSync(join(runtime, 'etc/passwd'), `${passwd.join('\n')}\n`)
}
