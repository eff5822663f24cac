import type { AwsDataResources, AwsProvider, AwsResources } from '../schemas/aws.d.ts'
import type { KubernetesDataResources, KubernetesProvider, KubernetesResources } from '../schemas/kubernetes.d.ts'
import { Expression, type Value } from './expression.ts'
import type { Inputs, ValuesOf } from './inputs.ts'

type ModuleBlock = { source: string; count?: Expression | undefined }

/** Terraform's own resource: keeps a value in the state. */
type TerraformData = { input: Expression; depends_on: string[] }

/** What main.tf.json may hold. */
export type Main = {
  locals?: Record<string, unknown>
  data?: AwsDataResources & KubernetesDataResources
  resource?: AwsResources & KubernetesResources & { terraform_data?: Record<string, TerraformData> }
  module?: Record<string, ModuleBlock>
}

export type Outputs = { readonly [name: string]: { description: string; value: Expression; sensitive?: boolean } }

/** A root or a module: the folder under terraform/, and what is in its files. */
export type Configuration<I extends Inputs = Inputs, O extends Outputs = Outputs> = {
  folder: string
  variables: I
  main: Main
  outputs: O
  /** Settings of the providers it uses; a module names them only. */
  providers: { aws?: Partial<AwsProvider>; kubernetes?: KubernetesProvider }
  /** A root is applied, and keeps a state; a module is called. */
  root?: true
  /** Native tests, by the name of their file. */
  tests?: Record<string, object>
}

/** A call of a module: its block, and references to its outputs, which are null where a count of 0 leaves the module out. */
export function call<I extends Inputs, O extends Outputs>(
  name: string,
  { folder }: Configuration<I, O>,
  values: { [K in keyof ValuesOf<I>]: Value<ValuesOf<I>[K]> },
  count?: Expression,
): { module: Record<string, ModuleBlock>; output: { readonly [K in keyof O]: Expression } } {
  const reference = (key: string) => (count ? `one(module.${name}[*].${key})` : `module.${name}.${key}`)
  const output = new Proxy({}, { get: (_, key) => new Expression(reference(String(key))) })
  return { module: { [name]: { source: folder, count, ...values } }, output: output as never }
}
