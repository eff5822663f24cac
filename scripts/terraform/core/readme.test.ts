import t from 'tap'
import { inputs } from './inputs.ts'
import { call, module, resource, root } from './module.ts'
import { hasMarkers, readme } from './readme.ts'
import { requiredProviders } from './required-providers.ts'

const input = inputs({
  bucket_name: { type: 'string', description: 'Name, a|b or `c_d`.' },
  tags: { type: 'object', additionalProperties: { type: 'string' }, description: 'Tags.', default: { a: 'b|c' } },
  key: { type: ['string', 'null'], description: 'Key.', default: null, ephemeral: true },
})
const bucket = resource('aws_s3_bucket', 'b', { bucket: input.bucket_name, tags: input.tags })
const b = module('modules/b', {
  description: 'A bucket.',
  input,
  resources: [bucket],
  outputs: { the_id: { description: 'Its id.', value: bucket.id } },
})

const section = `<!-- BEGIN_TF_DOCS -->
## Requirements

| Name | Version |
| ---- | ------- |
| terraform | >= 1.11 |
| aws | ${requiredProviders.aws.version} |

## Inputs

| Name | Description | Type | Default | Required |
| ---- | ----------- | ---- | ------- | :------: |
| bucket\\_name | Name, a\\|b or \`c_d\`. | \`string\` | n/a | yes |
| tags | Tags. | \`map(string)\` | \`{"a":"b\\|c"}\` | no |
| key | Key. Set TF\\_VAR\\_key. | \`string\` | \`null\` | no |

## Outputs

| Name | Description |
| ---- | ----------- |
| the\\_id | Its id. |
<!-- END_TF_DOCS -->`

t.equal(readme(b), `# modules/b\n\nA bucket.\n\n${section}\n`, 'a new one has a title and a sentence')
t.equal(readme(b, readme(b)), readme(b))
t.ok(hasMarkers(readme(b)))

t.test('what people wrote outside the markers stays', async t => {
  t.equal(readme(b, '# B\n'), `# B\n\n${section}\n`)
  const around = (text: string) => `# B\n\n<!-- BEGIN_TF_DOCS -->${text}<!-- END_TF_DOCS -->\n\n## More\n`
  t.equal(
    readme(b, around('old')),
    around('').replace(/<.*>/, () => section),
  )
})

t.test('nothing to list is said', async t => {
  const resources = [call('b', b, { bucket_name: 'b' })]
  const none = root('app', { description: 'All.', input: inputs({}), providers: { aws: {} }, resources, outputs: {} })
  t.match(readme(none), '## Inputs\n\nNo inputs.\n\n## Outputs\n\nNo outputs.\n<!-- END')
})

t.test('half a pair of markers is a mistake of the README', async t => {
  for (const text of ['<!-- BEGIN_TF_DOCS -->', '<!-- END_TF_DOCS -->', '<!-- END_TF_DOCS --><!-- BEGIN_TF_DOCS -->'])
    t.throws(() => readme(b, text), { message: /^terraform\/modules\/b\/README\.md: needs <!-- BEGIN/ })
})
