import t from 'tap'
import { Expression, escapeTemplate, expression, template } from './expression.ts'

t.test('literals are escaped where Terraform would take them for templates', async t => {
  const cases: [string, string][] = [
    [`\${aws:username} \${b}`, `$\${aws:username} $\${b}`],
    ['%{ if x }', '%%{ if x }'],
    ['$HOME $(X) 100% {{ x }}', '$HOME $(X) 100% {{ x }}'],
  ]
  for (const [literal, escaped] of cases) t.equal(escapeTemplate(literal), escaped)
})

t.test('an expression takes expressions as they are, all else as literals', async t => {
  const name = new Expression('var.name')
  t.equal(
    expression`contains(${['a', `\${b}`]}, ${name}) && ${2} > 1`.text,
    `\${contains(["a","$\${b}"], var.name) && 2 > 1}`,
  )
  t.equal(expression`regex("\d", ${name})`.code, String.raw`regex("\d", var.name)`)
})

t.test('an expression takes no reference as text, because nothing would check it', async t => {
  const x = new Expression('var.x', ['var.x'])
  const message = (found: string) => ({
    message: `'${found}' in an expression is not checked; interpolate a typed reference instead`,
  })
  t.throws(() => expression`coalesce(var.x, 1)`, message('var.x'))
  t.throws(() => expression`local.x`, message('local.x'))
  t.throws(() => expression`[module.x.y]`, message('module.x'))
  t.throws(() => expression`data.aws_lb.x.arn`, message('data.aws_lb'))
  t.throws(() => expression`aws_lb.x.arn`, message('aws_lb.x'))
  t.throws(() => expression`kubernetes_secret_v1.x`, message('kubernetes_secret_v1.x'))
  t.throws(() => expression`terraform_data.x.output`, message('terraform_data.x'))
  t.throws(() => expression`${x}.arn`, message('.arn'))
  t.throws(() => expression`${x}[each.key].arn`, message('[each.key].arn'))
  t.equal(expression`[for x in ${x} : x.data.y if self.var.z]`.code, '[for x in var.x : x.data.y if self.var.z]')
  t.same(expression`${x} == ${x}`.refersTo, ['var.x'])
})

t.test('a template is a string with expressions in it', async t => {
  const [a, b] = [new Expression('var.bucket["a"]'), new Expression('var.b')]
  const { text, code } = template`s3://"${a}"/x`
  t.equal(text, `s3://"\${var.bucket["a"]}"/x`)
  t.equal(code, `"s3://\\"\${var.bucket["a"]}\\"/x"`)
  t.equal(template`${b}/${`\${x}`}.lock`.text, `\${var.b}/$\${x}.lock`, 'a string is a part of it')
  for (const faulty of [() => template`$${b}`, () => template`%${b}`, () => template`a$${b}c`])
    t.throws(faulty, { message: /ends in \$ or %/ })
})
