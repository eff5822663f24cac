import t from 'tap'
import { escapeTemplate, expression, template } from './expression.ts'

t.test('literals are escaped where Terraform would take them for templates', async t => {
  const cases: [string, string][] = [
    [`\${aws:username} \${b}`, `$\${aws:username} $\${b}`],
    ['%{ if x }', '%%{ if x }'],
    ['$HOME $(X) 100% {{ x }}', '$HOME $(X) 100% {{ x }}'],
  ]
  for (const [literal, escaped] of cases) t.equal(escapeTemplate(literal), escaped)
})

t.test('an expression takes expressions as they are, all else as literals', async t => {
  const name = expression`var.name`
  t.equal(
    expression`contains(${['a', `\${b}`]}, ${name}) && ${2} > 1`.text,
    `\${contains(["a","$\${b}"], var.name) && 2 > 1}`,
  )
  t.equal(expression`regex("\d", ${name})`.code, String.raw`regex("\d", var.name)`)
})

t.test('a template is a string with expressions in it', async t => {
  const { text, code } = template`s3://"${expression`var.bucket["a"]`}"/x`
  t.equal(text, `s3://"\${var.bucket["a"]}"/x`)
  t.equal(code, `"s3://\\"\${var.bucket["a"]}\\"/x"`)
  t.equal(template`${expression`var.b`}/${`\${x}`}.lock`.text, `\${var.b}/$\${x}.lock`, 'a string is a part of it')
  t.throws(() => template`$${expression`var.x`}`, { message: /ends in \$ or %/ })
})
