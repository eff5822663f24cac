import type { Command } from '../system/run.ts'

export type Build = {
  /** Clean check-out of the commit. */
  folder: string
  image: string
  /** Seconds since 1970, of every file and of the image. */
  time: number
  /** Build arguments of the Dockerfile. */
  labels: Record<string, string>
  pull: boolean
}

/** A program that builds images: what it is asked, and in its own words. */
export type Builder = {
  name: string
  /** Ends well where it can work. */
  probe: Command
  build(build: Build): Command
  /** Writes the image, compressed as a registry would hold it, as an OCI layout. */
  save(build: Build, layout: string): Command
  push(build: Build, target: { name: string; insecure: boolean; digestFile: string }): Command
}
