// Written by npm run contract from mirror-query.json: edit that.

export interface MirrorQuery {
  /**
   * The word to mirror; if repeated, the first counts.
   */
  word: string;
  [k: string]: unknown;
}
