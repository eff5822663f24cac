// Written by npm run contract from upload-random.json: edit that.

/**
 * The object is stored durably.
 */
export interface UploadRandom {
  uploaded: "ok";
  /**
   * Key of the object in the staging bucket.
   */
  key: string;
}
