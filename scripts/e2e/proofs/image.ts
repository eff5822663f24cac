import assert from 'node:assert/strict'
import { buildImage } from '../../image/build-image.ts'
import { findBuilder } from '../../image/builder.ts'
import { standInLabel } from '../../image/stand-ins.ts'
import type { Proof } from '../proof.ts'

export const image: Proof = {
  name: 'image: built again from this commit, it has the digest that the registry took',
  async proveOnStage({ images, commit, signal }) {
    const builder = findBuilder()
    assert.ok(builder && commit)
    const { digest, size, labels } = await buildImage({ builder, commit, pull: false, signal })
    assert.equal(images.first.split('@')[1], digest)
    return `${(size / 1e6).toFixed(1)} MB compressed${standInLabel in labels ? ', on stand-ins for the base images' : ''}`
  },
}
