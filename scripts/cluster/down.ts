import { lock } from './lock.ts'
import { remove } from './remove.ts'
import { traces } from './traces.ts'

/** Removes the cluster; resolves to whether there was anything of one. */
export const down = () =>
  lock(async () => {
    const found = await traces()
    await remove()
    return found.length > 0
  })
