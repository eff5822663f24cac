// Written by npm run contract from health.json: edit that.

/**
 * The process can answer.
 */
export interface Health {
  status: "ok";
}
