import t from 'tap'
import { attributeTypes } from './attribute-types.ts'
import type { Block } from './provider-schema.ts'

const of = (name: string) => ({ attributes: { [name]: { type: 'string', computed: true } } })
const block: Block = {
  attributes: {
    id: { type: 'string', optional: true, computed: true },
    on: { type: 'bool' },
    any: { type: 'dynamic' },
    old: { type: 'string', deprecated: true },
    ports: { type: ['set', 'number'] },
    tags: { type: ['map', ['list', 'string']] },
    status: { type: ['list', ['object', { ip: 'string', port: 'number' }]], computed: true },
  },
  block_types: {
    spec: { nesting_mode: 'list', max_items: 1, block: of('a') },
    env: { nesting_mode: 'list', block: of('b') },
    part: { nesting_mode: 'set', max_items: 1, block: of('c') },
    labelled: { nesting_mode: 'map', block: of('d') },
    timeouts: { nesting_mode: 'single', block: of('e') },
    group: { nesting_mode: 'group', block: {} },
  },
}

const schema = { provider: { block: {} }, resource_schemas: { x_big_thing: { block } }, data_source_schemas: {} }

t.equal(
  attributeTypes('x', schema),
  `export interface XBigThingAttributes { ${[
    'id: string',
    'on: boolean',
    'any: unknown',
    'ports: ReadonlySet<number>',
    'tags: Record<string, string[]>',
    'status: { ip: string; port: number }[]',
    'spec: [{ a: string }]',
    'env: { b: string }[]',
    'part: ReadonlySet<{ c: string }>',
    'labelled: Record<string, { d: string }>',
    'timeouts: { e: string }',
    'group: {  }',
  ].join('; ')} }
export interface XAttributes { x_big_thing: XBigThingAttributes }
export interface DataXAttributes {  }
`,
)
