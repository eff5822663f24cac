// Written by npm run contract from openapi.json: edit that.

/**
 * This document.
 */
export interface OpenapiDocument {
  openapi: string;
  [k: string]: unknown;
}
