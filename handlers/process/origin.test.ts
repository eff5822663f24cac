import t from 'tap'
import { origin } from './origin.ts'

t.equal(origin(undefined, 4545), 'http://localhost:4545')
t.equal(origin('127.0.0.2', 80), 'http://127.0.0.2:80')
t.equal(origin('::1', 80), 'http://[::1]:80')
