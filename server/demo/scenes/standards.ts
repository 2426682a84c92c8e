// The first standard, from the first word to what follows its adoption, and the nearly empty second one.
import { amendments } from '../story/standards/amendments.ts'
import { comments } from '../story/standards/comments.ts'
import type { Scene } from './scene.ts'
import { afterAdoptionScenes } from './standards/after-adoption.ts'
import { amendingScenes } from './standards/amending.ts'
import { commentingScenes } from './standards/commenting.ts'
import { decidingScenes } from './standards/deciding.ts'
import { draftingScenes } from './standards/drafting.ts'
import { type Made, sections } from './standards/made.ts'

export function standardScenes(made: Made): readonly Scene[] {
  return [
    ...draftingScenes(made),
    ...amendingScenes(made),
    ...commentingScenes(made),
    ...decidingScenes(made),
    ...afterAdoptionScenes(made),
  ]
}

export function textsOfStandards(): readonly string[] {
  return [
    ...sections.flatMap(({ clauses }) =>
      clauses.flatMap(({ text, plain, before }) => [text, plain ?? text, before ?? text]),
    ),
    ...amendments.map(({ reason }) => reason),
    ...comments.map(({ text }) => text),
  ]
}
