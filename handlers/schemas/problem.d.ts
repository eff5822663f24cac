// Written by npm run contract from problem.json: edit that.

/**
 * What went wrong, by RFC 9457.
 */
export interface ProblemDetails {
  type: "about:blank";
  /**
   * The status as words.
   */
  title: string;
  status: number;
  /**
   * What is wrong with the request; absent from 500 on.
   */
  detail?: string;
}
