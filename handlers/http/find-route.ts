import type { Route } from './handler.ts'
import { Problem } from './problem.ts'

export type FindRoute = (method: string, path: string) => Route

/** Turns the table into a look-up, which throws 404 or, with Allow, 405. HEAD is GET, whose body node:http withholds. */
export function findRoute(routes: readonly Route[]): FindRoute {
  const paths = Map.groupBy(routes, route => route.path)
  return (method, path) => {
    const here = paths.get(path)
    if (!here) throw new Problem(404, `there is no ${path}`)
    const route = here.find(route => route.method === (method === 'HEAD' ? 'GET' : method))
    if (route) return route
    const allow = here.map(route => (route.method === 'GET' ? 'GET, HEAD' : route.method)).join(', ')
    throw new Problem(405, `${path} takes ${allow}`, { headers: { Allow: allow } })
  }
}
