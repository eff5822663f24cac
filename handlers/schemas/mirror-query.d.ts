// Written by npm run contract from mirror-query.json: edit that.

export interface MirrorQuery {
  /**
   * The word to mirror; the first counts where it is repeated.
   */
  word: string;
  [k: string]: unknown;
}
