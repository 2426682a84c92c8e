// What follows an adoption: cards, declarations, tasks for what comes next.
import { writeCard } from '#app/domain/standards/cards.server.ts'
import { declareToWorkBy } from '#app/domain/standards/declarations.server.ts'
import { giveTask } from '#app/domain/standards/tasks.server.ts'
import { cards, declarations, tasks } from '../../story/standards/after-adoption.ts'
import type { Scene } from '../scene.ts'
import { editor, type Made } from './made.ts'

export function afterAdoptionScenes(made: Made): readonly Scene[] {
  const { stage } = made
  return [
    { daysAgo: 38, play: () => writeCards(made) },
    ...declarations.map((declaration, place) => ({
      daysAgo: 37 - place * 3,
      play: async () =>
        stage.does(await stage.actor(declaration.by), declareToWorkBy, {
          sectionId: made.sections[1] ?? '',
          organisation: declaration.organisation,
          contact: declaration.contact,
        }),
    })),
    { daysAgo: 20, play: () => giveTasks(made) },
  ]
}

async function writeCards(made: Made): Promise<void> {
  const { stage } = made
  const by = await stage.actor('jonas')
  for (const { at, ...words } of cards) {
    await stage.does(by, writeCard, { clauseId: made.clauses.get(at) ?? '', ...words })
  }
}

async function giveTasks(made: Made): Promise<void> {
  const { stage } = made
  const by = await stage.actor(editor)
  for (const { section, what, owner, inDays } of tasks) {
    await stage.does(by, giveTask, {
      sectionId: made.sections[section - 1] ?? '',
      what,
      ownerId: stage.accounts.get(owner) ?? '',
      dueOn: stage.moment(-inDays).slice(0, 10),
    })
  }
}
