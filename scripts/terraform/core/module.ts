import { Expression, type Reference, type Value, walkable } from './expression.ts'
import { type Input, type ValuesOf, type Variables, variablesOf } from './inputs.ts'
import { type InputTest, testDocument } from './native-test.ts'
import type { AwsAttributes, AwsDataResources, AwsProvider, AwsResources, DataAwsAttributes } from './schemas/aws.d.ts'
import type {
  KubernetesAttributes,
  KubernetesDataResources,
  KubernetesProvider,
  KubernetesResources,
} from './schemas/kubernetes.d.ts'

type BlockOf<R> = { [K in keyof R]-?: NonNullable<R[K]> extends { [name: string]: infer B } ? B : never }

/** Terraform's own resource: keeps a value in the state. */
type TerraformData = {
  input?: unknown
  triggers_replace?: unknown
  depends_on?: Expression[]
  lifecycle?: { prevent_destroy: boolean }
}

type Arguments = BlockOf<AwsResources & KubernetesResources> & { terraform_data: TerraformData }
type Attributes = AwsAttributes & KubernetesAttributes & { terraform_data: { id: string; output: unknown } }
type DataArguments = BlockOf<AwsDataResources & KubernetesDataResources>

const declaration = Symbol('declaration')

type Declaration = { path: [section: 'resource' | 'data' | 'module' | 'locals', ...labels: string[]]; body: unknown }

/** What a root or module lists as its own. As an expression it is the reference to the whole. */
export type Declared = Expression & { readonly [declaration]: Declaration }

type Resource<T> = Reference<T> & Declared

function declare<T>(path: Declaration['path'], body: unknown): Resource<T> {
  const [section, ...labels] = path
  const prefix = { resource: [], data: ['data'], module: ['module'], locals: ['local'] }[section]
  const address = [...prefix, ...labels].join('.')
  const whole = new Expression(address, [address])
  return walkable<T>(Object.assign(whole, { [declaration]: { path, body } })) as Resource<T>
}

type Count = Value<number> | undefined
type ForEach = Value<Record<string, unknown>> | undefined

/** With count a list of resources, with for_each a map of them. */
type Instances<A, C, F> = [F] extends [undefined] ? ([C] extends [undefined] ? A : A[]) : Record<string, A>

/**
 * Declares a resource. Returns a reference to it, typed by the provider's schema: `key.arn`. With count it is a list, as in
 * `one(zone).zone_id`; with for_each it is a map, as in `at(subnet, each.key).id`.
 */
export function resource<
  T extends keyof Arguments & keyof Attributes,
  C extends Count = undefined,
  F extends ForEach = undefined,
>(type: T, name: string, body: Arguments[T] & { count?: C; for_each?: F }): Resource<Instances<Attributes[T], C, F>> {
  return declare(['resource', type, name], body)
}

/** Declares a data source, as `resource` does a resource. */
export function data<
  T extends keyof DataArguments & keyof DataAwsAttributes,
  C extends Count = undefined,
  F extends ForEach = undefined,
>(
  type: T,
  name: string,
  body: DataArguments[T] & { count?: C; for_each?: F },
): Resource<Instances<DataAwsAttributes[T], C, F>> {
  return declare(['data', type, name], body)
}

/** Gives a value a name in Terraform. */
export const local = (name: string, value: unknown): Expression & Declared => declare(['locals', name], value)

export type Outputs = {
  readonly [name: string]: { description: string; value: Expression; sensitive?: boolean; depends_on?: Expression[] }
}

type Call<O> = Declared & {
  readonly output: { readonly [K in keyof O]: Expression }
}

/** Calls a module. With a count of 0 it is left out, and its outputs are null. `providers` are those with an alias. */
export function call<V extends Variables, O extends Outputs>(
  name: string,
  { folder }: Configuration<V, O>,
  values: { [K in keyof ValuesOf<V>]: Value<ValuesOf<V>[K]> },
  count?: Expression,
  providers?: { [name: string]: Expression },
): Call<O> {
  const body: ModuleBlock = { source: folder, count, providers, ...values }
  const whole = declare(['module', name], body)
  const wrap = count ? (path: string) => `one(${path})` : undefined
  const output = walkable(new Expression(whole.code, whole.refersTo), count ? `${whole.code}[*]` : whole.code, wrap)
  return Object.assign(whole, { output }) as Call<O>
}

/** The inputs that a module has too, to be passed on under the same names. */
export function passOn<V extends Variables, W extends Variables>(input: Input<V>, { variables }: Configuration<W>) {
  const shared = Object.entries(input).filter(([name]) => name in variables)
  return Object.fromEntries(shared) as unknown as Pick<Input<V>, keyof V & keyof W>
}

type ModuleBlock = {
  source: string
  count?: Expression | undefined
  providers?: { [name: string]: Expression } | undefined
}

type ByTypeAndName = Record<string, Record<string, unknown>>

/** Takes over what is there already, at `to`: a resource or one in a module. Terraform passes over what it has. */
type Import = { for_each: Expression; to: Expression; id: Expression }

/** What is in main.tf.json. */
type Main = {
  import?: readonly Import[]
  locals?: Record<string, unknown>
  data?: ByTypeAndName
  resource?: ByTypeAndName
  module?: Record<string, ModuleBlock>
}

/** One that has several configurations gives each but the first an alias. */
type Providers = { aws?: Partial<AwsProvider> | Partial<AwsProvider>[]; kubernetes?: KubernetesProvider }

/** A root or a module: the folder under terraform/, and what is in its files. */
export type Configuration<V extends Variables = Variables, O extends Outputs = Outputs> = {
  folder: string
  /** One sentence for its README. */
  description: string
  variables: V
  main: Main
  outputs: O
  /** Settings of the providers it uses; a module names them only. */
  providers: Providers
  /** A root is applied, and keeps a state; a module is called. */
  root?: true
  /** The native test of its inputs. */
  test?: object
}

type Contents<V extends Variables, O extends Outputs> = {
  /** One sentence: what it is for. */
  description: string
  input: Input<V>
  /** All that it declares: resources, data sources, locals, and calls of modules. */
  resources: readonly Declared[]
  outputs: O
}

/** A module, to be called by roots. FOLDER.ts below scripts/terraform/ has to declare it; the files it writes name that. */
export function module<V extends Variables, O extends Outputs>(
  folder: string,
  { test, ...contents }: Contents<V, O> & { test?: InputTest<NoInfer<V>> },
): Configuration<V, O> {
  const configuration = fromContents(folder, contents)
  const { main } = configuration
  const types = Object.keys({ ...main.resource, ...main.data }).filter(type => type !== 'terraform_data')
  const providers = Object.fromEntries(types.map(type => [type.split('_')[0], {}])) as Providers
  return { ...configuration, providers, ...(test && { test: testDocument(Object.keys(providers), test) }) }
}

/** A root, to be applied, with the settings of its providers. FOLDER.ts below scripts/terraform/ has to declare it. */
export function root<V extends Variables, O extends Outputs>(
  folder: string,
  { providers, imports, ...contents }: Contents<V, O> & { providers: Providers; imports?: readonly Import[] },
): Configuration<V, O> {
  const configuration = fromContents(folder, contents)
  return {
    ...configuration,
    main: { ...configuration.main, ...(imports && { import: imports }) },
    providers,
    root: true,
  }
}

function fromContents<V extends Variables, O extends Outputs>(folder: string, contents: Contents<V, O>) {
  const { description, input, resources, outputs } = contents
  const main = {}
  for (const { [declaration]: declared, code } of resources) {
    let place: Record<string, unknown> = main
    for (const key of declared.path.slice(0, -1)) {
      place[key] ??= {}
      place = place[key] as typeof place
    }
    const name = declared.path.at(-1) as string
    if (name in place) throw new Error(`${folder}: there are two ${code}; give one another name`)
    place[name] = declared.body
  }
  return { folder, description, variables: variablesOf(input), main: main as Main, outputs }
}
