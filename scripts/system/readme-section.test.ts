import t from 'tap'
import { readmeSection } from './readme-section.ts'

t.test('only the named section of a README is replaced', async t => {
  t.equal(
    readmeSection('a\n<!-- x -->\nold $1\n<!-- /x -->\nb', 'x', '$& new'),
    'a\n<!-- x -->\n$& new\n<!-- /x -->\nb',
  )
  t.throws(() => readmeSection('<!-- x -->', 'x', ''), { message: /no <!-- x --> and/ })
})
