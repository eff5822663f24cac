import { environmentName } from './plan/app.ts'
import { preflight } from './release/preflight.ts'
import { command, print, say } from './system/command.ts'

await command('preflight', {
  help: `npm run preflight -- ENV [--image IMAGE]

Names what would keep Terraform from applying the root app to the environment ENV, a name in terraform/vars: a program,
an input, a secret, the cluster or what verifies images, and what to do about it. In a job of GitLab, also what keeps
AWS from trusting the job's token. Takes seconds and changes nothing.

  --image IMAGE  the image to release; without it, that of TF_VAR_image
  --help         prints this

Exit codes: 0 nothing is missing, 1 something is, 2 wrong options, 130 interrupted.
`,
  options: { image: { type: 'string' } },
  positionals: true,
  async run({ values: { image }, positionals }, signal) {
    const problems = await preflight(environmentName(positionals), image ? { image } : {})
    signal.throwIfAborted()
    for (const problem of problems) say(problem)
    if (problems.length === 0) print('nothing is missing')
    return problems.length > 0 ? 1 : 0
  },
})
