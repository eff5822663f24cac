/** What of a thrown value is logged: an error of S3 also carries the session token and what was signed. */
export function withoutDetails(thrown: unknown): unknown {
  if (!(thrown instanceof Error)) return thrown
  const { name, message, stack, code, $metadata, cause } = thrown as Error & { code?: unknown; $metadata?: unknown }
  return { name, message, stack, code, $metadata, cause: cause && withoutDetails(cause) }
}
