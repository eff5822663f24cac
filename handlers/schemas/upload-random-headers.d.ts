// Written by npm run contract from upload-random-headers.json: edit that.

export interface UploadRandomHeaders {
  /**
   * Repeating an upload with the same key stores nothing new and gives the same answer.
   */
  "idempotency-key"?: string;
  [k: string]: unknown;
}
