import t from 'tap'
import { app } from '../app/index.ts'
import { state } from '../state/index.ts'
import { readmeTable } from './readme-table.ts'

const lines = readmeTable([state, app]).split('\n')
t.match(lines, [/^\| root /, /^\|-/, '| state | input | `region` | required | AWS region. |'])
t.ok(lines.includes("| state | output | `bucket` | | Bucket of Terraform's state. |"))
t.ok(lines.includes('| app | input | `min_replicas` | `2` | Replicas at least. |'))
t.ok(lines.some(line => line.startsWith('| app | input | `registry_password` | secret: `TF_VAR_registry_password` |')))
t.equal(new Set(lines.map(line => line.match(/(?<!\\)\|/g)?.length)).size, 1)
