/** What a failure means: the key exists already, it stays until a person acts, or it passes. */
export type Meaning = 'exists' | 'stays' | 'passes'

/** What is known of a failure: the name of an error of S3 or the SDK, a status of HTTP, a code of the system. */
export type Cause = {
  name?: string | undefined
  code?: unknown
  $metadata?: { httpStatusCode?: number | undefined; requestId?: string | undefined }
}

/** Names, statuses and codes. The first row that has one of them counts. */
export const causes: [meaning: Meaning, values: string][] = [
  // Other S3 servers say it in words of their own; MinIO once answered 304.
  ['exists', 'PreconditionFailed FileAlreadyExists ObjectAlreadyExists KeyAlreadyExists EntityAlreadyExists 412 304'],
  // Of S3 and STS, whatever their status.
  ['passes', 'SlowDown RequestTimeout RequestTimeTooSkewed RequestExpired IncompleteBody ClientDisconnected'],
  ['passes', 'Throttling ThrottlingException TooManyRequests TooManyRequestsException RequestLimitExceeded'],
  ['passes', 'BandwidthLimitExceeded OperationAborted ConditionalRequestConflict InternalError ServiceUnavailable'],
  ['passes', 'ExpiredToken ExpiredTokenException IDPCommunicationError TemporaryRedirect'],
  ['passes', '307 408 409 425 429 499'],
  ['stays', '501 505 511'],
  ['passes', '5xx'],
  ['stays', '1xx 2xx 3xx 4xx'],
  // Files and sockets.
  ['stays', 'EACCES EPERM EROFS ENOENT ENOTDIR EISDIR EEXIST ELOOP ENAMETOOLONG EINVAL EILSEQ EFBIG EXDEV'],
  ['stays', 'ENOTSUP EOPNOTSUPP ENOSYS ENODEV ENXIO ENOTCONN'],
  ['passes', 'ENOSPC EDQUOT EMFILE ENFILE ENOMEM ENOBUFS EAGAIN EBUSY EINTR EIO ESTALE ENOLCK ETIMEDOUT'],
  ['passes', 'ECONNREFUSED ECONNRESET ECONNABORTED EPIPE EHOSTUNREACH EHOSTDOWN ENETUNREACH ENETDOWN EADDRNOTAVAIL'],
  ['passes', 'EAI_AGAIN UND_ERR_SOCKET UND_ERR_CONNECT_TIMEOUT UND_ERR_HEADERS_TIMEOUT UND_ERR_BODY_TIMEOUT'],
  // No such host, no HTTP, no TLS, or a certificate that cannot be trusted.
  ['stays', 'ENOTFOUND EPROTO HPE_* HTTPParserError ERR_SSL_* ERR_TLS_* *CERT* *_CRL_* UNABLE_TO_* HOSTNAME_MISMATCH'],
  // A header, an address or a setting that cannot be sent.
  ['stays', 'UND_ERR_INVALID_ARG ERR_INVALID_CHAR ERR_INVALID_URL ERR_INVALID_ARG_TYPE EndpointError'],
  // Found nowhere, or not what they should be; not asked over HTTP, or the rows above would count.
  ['stays', 'CredentialsProviderError TokenProviderError SyntaxError ForeignAnswer'],
]

/** What it means where no row fits: somebody who comes again loses nothing. */
export const otherwise: Meaning = 'passes'

const rows = causes.map(([meaning, values]) => {
  const pattern = values.replaceAll(' ', '|').replaceAll('*', '.*').replaceAll('xx', '\\d\\d')
  return [meaning, new RegExp(`^(?:${pattern})$`)] as const
})

/** Reads in the table what a failure means. */
export function meaningOf({ name, code, $metadata }: Cause): Meaning {
  const known = [name, code, $metadata?.httpStatusCode].map(String)
  return rows.find(([, pattern]) => known.some(value => pattern.test(value)))?.[0] ?? otherwise
}
