// Written by npm run contract from environment.json: edit that.

/**
 * Settings that the process reads from its environment.
 */
export interface Environment {
  /**
   * TCP port to listen on; 0 means any free port.
   */
  PORT: number;
  /**
   * Address to listen on; every address if not set.
   */
  HOST?: string;
  /**
   * Port of GET /metrics, for Prometheus, on the same HOST; none if not set.
   */
  METRICS_PORT?: number;
  /**
   * Where uploads go: `file:PATH` or `s3://BUCKET/PREFIX`, with `?path-style` for S3 servers that need it.
   */
  STAGING: string;
  /**
   * Requests answered at one time; more get 503 with Retry-After. Health and ready are not counted.
   */
  MAX_IN_FLIGHT: number;
  /**
   * Time limit of an upload in ms, retries included; after that 503.
   */
  UPLOAD_DEADLINE_MS: number;
  /**
   * Time in ms between SIGTERM and the end of listening; longer than the load balancer needs to remove the pod.
   */
  DRAIN_MS: number;
  /**
   * Lowest level that is logged; debug adds a line for each request.
   */
  LOG_LEVEL: "trace" | "debug" | "info" | "warn" | "error" | "fatal" | "silent";
  /**
   * Region of the bucket, unless an AWS profile has it.
   */
  AWS_REGION?: string;
  /**
   * URL of an S3 server other than AWS.
   */
  AWS_ENDPOINT_URL_S3?: string;
}
