/** What an error of terraform means here, and what to do; by words of it. */
const meanings: [words: RegExp, meaning: string][] = [
  [
    /Saved plan is stale/,
    'The plan is stale: something was applied since it was made. Nothing was changed; plan again (in GitLab: run a new pipeline).',
  ],
  [
    /Error acquiring the state lock/,
    'Another apply is under way, and nothing was changed. When it is not, since it was killed: terraform force-unlock with the ID above.',
  ],
  [
    /client rate limiter Wait returned an error: context deadline exceeded/,
    'The Service got no address in time: nothing gives addresses to load balancers here (minikube: minikube tunnel), or it takes longer than load_balancer_timeout.',
  ],
  [
    /Unauthorized|the server has asked for the client to provide credentials/,
    'The cluster does not know who asks: renew KUBE_TOKEN (npm run token).',
  ],
]

/** Whether terraform refused before it changed anything. */
export const changedNothing = (errors: string) => /Saved plan is stale|Error acquiring the state lock/.test(errors)

/** What an error of terraform means here, where that is known. */
export const explain = (errors: string): string[] =>
  meanings.filter(([words]) => words.test(errors)).map(([, meaning]) => meaning)
