// Loading these two parts takes half as long as all of undici. They are private files without types:
// the version in package.json is exact for their sake.
declare module 'undici/lib/dispatcher/pool.js' {
  export { Pool as default } from 'undici'
}

declare module 'undici/lib/api/api-request.js' {
  /** What `request` of a Pool is. */
  export default function request(
    this: import('undici').Pool,
    options: import('undici').Dispatcher.RequestOptions,
  ): Promise<import('undici').Dispatcher.ResponseData>
}
