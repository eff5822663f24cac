// Written by npm run contract from ready.json: edit that.

/**
 * Whether requests should be sent here.
 */
export interface Ready {
  status: "starting" | "ready" | "stuck" | "draining";
}
