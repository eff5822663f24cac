import t from 'tap'
import { documents, granted, type Statement } from './pipeline-roles.test-support.ts'
import { tfbackend } from './vars/infr.ts'

t.test('the roles are for jobs of the one project', async t => {
  const conditions = (name: string) =>
    documents[name].statement[0].condition.map(({ test, values }: { test: string; values: string[] }) => [
      test,
      ...values,
    ])
  const sub = `project_path:\${var.gitlab_project}:ref_type:branch:ref:`
  const main = `${sub}\${var.gitlab_default_branch}`
  t.same(conditions('state_trust'), [
    ['StringEquals', `\${var.gitlab_url}`],
    ['StringLike', `${sub}*`],
  ])
  t.same(conditions('plan_trust'), [
    ['StringEquals', `\${var.gitlab_url}`],
    ['StringLike', main, `${main}:environment_protected:*`, `${main}:ref_protected:true*`],
  ])
  const environment = `\${var.gitlab_environment_protected ? ":environment_protected:true" : ""}`
  t.same(conditions('apply_trust'), [
    ['StringEquals', `\${var.gitlab_url}`],
    ['StringEquals', `${main}${environment}`, `${main}:ref_protected:true${environment}`],
  ])
})

t.test('a merge request reads the state of the root app, certificates, and nothing else', async t => {
  const { bucket } = tfbackend
  t.same(granted('state'), [
    ...['DescribeCertificate', 'GetCertificate', 'ListCertificates', 'ListTagsForCertificate'].map(of => `acm:${of}`),
    ...[`s3:GetObject ${bucket}/app/terraform.tfstate`, `s3:ListBucket ${bucket}`],
  ])
  t.equal(documents.state.statement.length, 4)
})

t.test('plan has no right to write', async t => {
  for (const right of granted('plan')) t.match(right, /^(s3|acm):(Describe|Get|List)/)
  const others = (documents.plan.statement as Statement[]).flatMap(({ actions }) => actions)
  t.same(
    others.filter(action => !/^(s3|acm):/.test(action)),
    ['eks:DescribeCluster'],
  )
})
