/** A number without a fraction, within limits. */
export const wholeNumber = (what: string, minimum: number, maximum: number) =>
  ({ type: 'integer', minimum, maximum, message: `${what} is a whole number from ${minimum} to ${maximum}.` }) as const

const optional = { type: ['string', 'null'], default: null } as const

/** Kinds of input that occur again and again; each becomes an input by its description. */
export const kinds = {
  region: {
    description: 'AWS region.',
    type: 'string',
    pattern: '^[a-z]{2,4}(-[a-z]+)+-[0-9]$',
    message: 'A region is a name such as eu-west-1.',
  },
  /** Other roots find the VPC by this name too. */
  clusterName: {
    description: 'Name of the EKS cluster and of its VPC; the names of its roles start with it.',
    type: 'string',
    pattern: '^[a-z][-a-z0-9]{0,36}[a-z0-9]$',
    // A role has at most 64 characters, in names such as NAME-mirror-service.
    message: 'A cluster name has 2 to 38 lower-case letters, digits and hyphens, and starts with a letter.',
  },
  domain: {
    type: 'string',
    pattern: '^([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z]{2,63}$',
    message: 'Write the domain in lower case, such as infr.example.com, without a dot at the end.',
  },
  logRetention: {
    description: 'Days to keep the logs of the control plane and of refused traffic.',
    type: 'integer',
    minimum: 1,
    maximum: 3653,
    message: 'CloudWatch keeps logs for 30, 90, 180, 365, 731 and some other numbers of days.',
    default: 365,
  },
  port: wholeNumber('A port', 1, 65535),
  replicas: wholeNumber('A number of replicas', 1, 1000),
  percent: wholeNumber('A percentage', 1, 100),
  seconds: wholeNumber('A time in seconds', 0, 3600),
  deadline: wholeNumber('A deadline in seconds', 10, 3600),
  days: wholeNumber('A number of days', 1, 3650),
  revision: { ...wholeNumber('A revision', 1, 1_000_000), default: 1 },
  duration: {
    type: 'string',
    pattern: '^[1-9][0-9]*[smh]$',
    message: 'A time is a number of seconds, minutes or hours, such as 90s or 5m.',
  },
  bucketName: {
    type: 'string',
    // Without dots, which no certificate of S3 covers.
    pattern: '^[a-z0-9][a-z0-9-]{1,61}[a-z0-9]$',
    message: 'A bucket name has 3 to 63 lower-case letters, digits and hyphens, no hyphen first or last.',
  },
  namespace: {
    type: 'string',
    pattern: '^[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?$',
    message: 'A namespace has 1 to 63 lower-case letters, digits and hyphens, no hyphen first or last.',
  },
  /** Where in the staging bucket the service writes. */
  stagingPrefix: {
    description: 'Where in the bucket uploads go.',
    type: 'string',
    default: 'uploads',
    pattern: '^[A-Za-z0-9_-]+(/[A-Za-z0-9_-]+)*$',
    message: 'A prefix has letters, digits, hyphens and underscores, in parts with a slash between.',
  },
  gitlabUrl: {
    type: 'string',
    default: 'https://gitlab.com',
    // Identity providers in AWS take a path and no port: CreateOpenIDConnectProvider in the IAM API reference.
    pattern: '^https://[A-Za-z0-9.-]+(/[A-Za-z0-9._-]+)*$',
    message: 'Write the address of GitLab as https://host or https://host/path, without a port or a slash at the end.',
  },
  /** For the provider of a root: the cost of what it creates can then be told apart. */
  tags: {
    description: 'Tags of everything that this root creates in AWS, such as for the allocation of costs.',
    type: 'object',
    additionalProperties: { type: 'string' },
    default: {},
  },
  texts: { type: 'object', additionalProperties: { type: 'string' }, default: {} },
  optional,
  secret: { ...optional, ephemeral: true, sensitive: true },
} as const
