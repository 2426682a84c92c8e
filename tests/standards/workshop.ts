// A small town with a drafting group, for tests of standards.
import type { Actor } from '#app/domain/actor.ts'
import { addClause } from '#app/domain/standards/draft.server.ts'
import { addSection } from '#app/domain/standards/section.server.ts'
import { foundStandard, publishStandard } from '#app/domain/standards/standard.server.ts'
import type { DatabaseKind } from '#tests/databases.ts'
import { openTestTown, type TestTown } from '#tests/platform.ts'

export interface Workshop extends TestTown {
  readonly chair: Actor
  readonly editor: Actor
  readonly coEditor: Actor
  readonly leo: Actor
  readonly renate: Actor
  readonly standardId: string
  /** Section 3 of the standard, with two clauses. */
  readonly sectionId: string
  readonly clauseId: string
  readonly nextClauseId: string
}

export const together = {
  slug: 'zusammenarbeit',
  title: 'Gut zusammenarbeiten in der Kultur',
  about: 'Wie wir zusammenarbeiten.',
  bodySlug: 'ag-standards',
}
export const keyClause =
  'Wer einen Raum gebucht hat, holt den Schlüssel rechtzeitig ab und gibt ihn am Tag danach zurück.'
export const lightClause = 'Wer zuletzt geht, macht das Licht aus und schließt die Fenster.'

export async function openWorkshop(database: DatabaseKind): Promise<Workshop> {
  const town = await openTestTown(database)
  const chair = await town.person('Berghoff', { seat: { body: 'runder-tisch', function: 'chair' } })
  const editor = await town.person('Kornfeld', { seat: { body: 'ag-standards', function: 'chair' } })
  const coEditor = await town.person('Amina', { seat: { body: 'ag-standards', function: 'member' } })
  const leo = await town.person('Leo')
  const renate = await town.person('Renate')
  const { id: standardId } = await town.does(chair, foundStandard, together)
  await town.does(editor, addSection, { standardId, title: 'Wofür der Standard gilt' })
  await town.does(editor, addSection, { standardId, title: 'Wer macht was' })
  const { id: sectionId } = await town.does(editor, addSection, { standardId, title: 'Räume und Schlüssel' })
  const { id: clauseId } = await town.does(editor, addClause, { sectionId, text: keyClause })
  const { id: nextClauseId } = await town.does(editor, addClause, { sectionId, text: lightClause })
  await town.does(editor, publishStandard, { standardId })
  return Object.assign(town, {
    chair,
    editor,
    coEditor,
    leo,
    renate,
    standardId,
    sectionId,
    clauseId,
    nextClauseId,
  })
}
