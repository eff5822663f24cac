// Written by npm run contract from mirror.json: edit that.

/**
 * The word, mirrored.
 */
export interface Mirror {
  transformed: string;
}
