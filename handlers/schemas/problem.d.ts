// Written by npm run contract from problem.json: edit that.

/**
 * What went wrong (RFC 9457).
 */
export interface ProblemDetails {
  type: "about:blank";
  /**
   * The status in words.
   */
  title: string;
  status: number;
  /**
   * What is wrong with the request; absent for 500 and above.
   */
  detail?: string;
  /**
   * Names this one failure; its line in the log has the same.
   */
  instance?: string;
}
