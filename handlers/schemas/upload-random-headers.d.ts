// Written by npm run contract from upload-random-headers.json: edit that.

export interface UploadRandomHeaders {
  /**
   * Sent again with the same key, an upload stores nothing twice and answers the same.
   */
  "idempotency-key"?: string;
  [k: string]: unknown;
}
