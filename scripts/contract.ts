import { writeFileSync } from 'node:fs'
import { files } from './contract/files.ts'

for (const [path, text] of Object.entries(await files())) writeFileSync(new URL(`../${path}`, import.meta.url), text)
