import t from 'tap'
import { valuesChecker } from './check-values.ts'

const check = valuesChecker({
  image: { type: 'string', description: 'Image to run.', perApply: true },
  bucket: { type: 'string', description: 'Name of the bucket.', pattern: '^[a-z]+$', message: 'Letters only.' },
  replicas: { type: 'integer', description: 'How many.', default: 2 },
  labels: { type: 'object', additionalProperties: { type: 'string' }, description: 'Some.', default: {} },
  password: { type: ['string', 'null'], description: 'Secret.', default: null, ephemeral: true },
})

t.same(check({ '//': 'a comment', bucket: 'a' }), [])

const cases: [object, RegExp][] = [
  [{}, /^bucket: is missing\. Name of the bucket\.$/],
  [{ bucket: 'B' }, /^bucket: "B" will not do\. Letters only\.$/],
  [{ bucket: 'b', replicas: '2' }, /^replicas: "2" will not do\. It must be integer\.$/],
  [{ bucket: 'b', labels: { a: 1 } }, /^labels\/a: \{"a":1\} will not do\. It must be string\.$/],
  [{ bucket: 'b', imgae: 'x' }, /^imgae: there is no such input; the inputs are image, bucket, /],
  [{ bucket: 'b', password: 'x' }, /^password: is a secret .* TF_VAR_password$/],
]
for (const [values, message] of cases) t.match(check(values as Record<string, unknown>), [message])
