import type { Expression } from './core/expression.ts'
import { resource } from './core/module.ts'

/**
 * Declares what makes a plan fail that would destroy or replace any of these, a destroy of the whole root included; not
 * an apply with -target, which leaves this out. It is lifted by `terraform state rm terraform_data.protection`: prevent_destroy takes no variable, and in the resources
 * themselves it could only be lifted in the files.
 */
export const protection = (...ids: Expression[]) =>
  resource('terraform_data', 'protection', { triggers_replace: ids, lifecycle: { prevent_destroy: true } })
