import t from 'tap'
import { parseLocation } from './location.ts'

const bucket = { bucket: 'my-staging', prefix: '', pathStyle: false }
const locations: [string, object][] = [
  ['file:./staging', { path: './staging' }],
  ['file:///var/staging', { path: '///var/staging' }],
  ['file:/var/with space?', { path: '/var/with space?' }],
  ['s3://my-staging', bucket],
  ['s3://my-staging/', bucket],
  ['s3://my-staging/a/b/', { ...bucket, prefix: 'a/b' }],
  ['s3://my-staging/a?path-style', { ...bucket, prefix: 'a', pathStyle: true }],
  ['s3://my-staging?path-style', { ...bucket, pathStyle: true }],
]
for (const [text, location] of locations) t.strictSame(parseLocation(text), location, text)

const faults: [string, RegExp][] = [
  ['', /expected file:PATH or s3:/],
  ['staging', /expected file:PATH/],
  ['file:', /expected file:PATH/],
  ['file://./staging', /expected file:PATH/],
  ['s3://', /"" is no name of a bucket/],
  ['s3://My_Bucket/x', /"My_Bucket" is no name/],
  ['s3://ab', /"ab" is no name/],
  ['s3://my-staging?style=path', /only option is \?path-style, not \?style=path/],
]
for (const [text, message] of faults) t.throws(() => parseLocation(text), { message }, text || 'nothing')
