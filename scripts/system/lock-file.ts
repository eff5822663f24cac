/** The file beside a root in which Terraform keeps the versions and checksums of its providers. */
export const lockFile = '.terraform.lock.hcl'

/** A lock file that pins the versions, and takes any build of them. */
export const withoutChecksums = (lock: string) => lock.replaceAll(/^ +hashes = \[\n[^\]]*\]\n/gm, '')
