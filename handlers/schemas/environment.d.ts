// Written by npm run contract from environment.json: edit that.

/**
 * What the process reads from its environment.
 */
export interface Environment {
  /**
   * TCP port it listens on; 0 lets the system choose one.
   */
  PORT: number;
  /**
   * Address it listens on; every address when absent.
   */
  HOST?: string;
  /**
   * Where uploads go: `file:` and a path, or `s3://BUCKET/PREFIX`, with `?path-style` where the server wants it.
   */
  STAGING: string;
  /**
   * Requests answered at one time; more get 503 with Retry-After. Health and ready stand outside it.
   */
  MAX_IN_FLIGHT: number;
  /**
   * Time an upload may take, retries included, in ms; then 503.
   */
  UPLOAD_DEADLINE_MS: number;
  /**
   * Time between SIGTERM and the end of listening, in ms; must outlast the removal from the load balancer.
   */
  DRAIN_MS: number;
  /**
   * Least level that is logged; debug has one line a request.
   */
  LOG_LEVEL: "trace" | "debug" | "info" | "warn" | "error" | "fatal" | "silent";
  /**
   * Region of the bucket, where no AWS profile says it.
   */
  AWS_REGION?: string;
  /**
   * Another S3 server than that of AWS.
   */
  AWS_ENDPOINT_URL_S3?: string;
}
