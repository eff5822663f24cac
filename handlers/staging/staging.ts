/** A place where uploads are kept. */
export type Staging = {
  /** Every key here starts with it. */
  prefix: string
  /**
   * Stores a text durably under a new key and resolves to true. If the key exists, changes nothing and resolves to
   * false. Rejects with a Problem: 503 if trying again may help, else 502.
   */
  put(key: string, text: string): Promise<boolean>
  /** Attempts to store a text, retries included, since the start. */
  attempts(): number
  /** When the credentials in use end, in ms since 1970; undefined if they do not, or none are in use. */
  credentialsEnd?(): number | undefined
  /** Whether no upload can work, because too much that cannot be ended hangs in this process. */
  stuck(): boolean
}
