/** Where in the bucket of the states a root keeps its own. */
export const stateKey = (folder: string) => `${folder}/terraform.tfstate`
