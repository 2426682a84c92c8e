// A town with one long standard and many amendments to it, made by commands once and kept; each run furnishes a copy.
import type { Actor } from '#app/domain/actor.ts'
import { findActor } from '#app/domain/people/actor.server.ts'
import { addClause } from '#app/domain/standards/draft.server.ts'
import { proposeAmendment } from '#app/domain/standards/propose.server.ts'
import { addSection } from '#app/domain/standards/section.server.ts'
import { foundStandard, publishStandard } from '#app/domain/standards/standard.server.ts'
import { doJobs } from '#server/jobs.ts'
import type { Inhabitant, SettlingIn } from '#tests/gates/harness/settle-in.ts'
import { furnishTown, settleCrowd } from './furnished.ts'
import { keptFolder } from './town.ts'
import { chance, openStock } from './words.ts'

export const slug = 'lange-regeln'
export const clauses = 500
export const amendments = 1000
const sections = 20
const authors = 50
const editorName = 'Redaktion'
/** Counts up with every change of what is written here. */
const edition = 1

const beginning = 'Am Anfang steht ein Raum.'
const end = 'Am Ende steht eine Frist.'

/** What the amendment with this number makes of a clause: the first 500 its beginning, the others its end. */
export function wordsOf(number: number): {
  readonly place: number
  readonly before: string
  readonly after: string
} {
  const place = (number - 1) % clauses
  const collides = number > clauses && place % 10 === 9
  return number <= clauses || collides
    ? { place, before: 'ein Raum', after: `ein Haus mit der Nummer ${number}` }
    : { place, before: 'eine Frist', after: `ein Tag mit der Nummer ${number}` }
}

/** Every clause has two amendments; in each tenth they want the same words, in all others each its own. */
export function keptStandard(say: (what: string) => void): Promise<string> {
  return keptFolder(`standard-${clauses}-${amendments}-${edition}`, async (folder) => {
    say(`writing a standard of ${clauses} clauses and ${amendments} amendments`)
    await furnishTown(async (place) => {
      await write(place)
      while (await doJobs(place.platform)) {}
    }, folder)
  })
}

async function write(place: SettlingIn): Promise<void> {
  const chair = await place.person('Leitung', { seat: { body: 'runder-tisch', function: 'chair' } })
  const editor: Inhabitant = await place.person(editorName, {
    seat: { body: 'ag-standards', function: 'chair' },
  })
  const { id: standardId } = await place.does(chair.actor, foundStandard, {
    ...{ slug, title: 'Lange Regeln', about: 'Wie wir arbeiten.', bodySlug: 'ag-standards' },
  })
  const say = openStock(chance(5))
  const made: { readonly id: string; readonly text: string }[] = []
  for (let number = 1; number <= sections; number++) {
    const { id: sectionId } = await place.does(editor.actor, addSection, {
      standardId,
      title: `Teil ${number}`,
    })
    for (let inside = 0; inside < clauses / sections; inside++) {
      const text = `${beginning} ${say(3).text} ${end}`
      made.push({ ...(await place.does(editor.actor, addClause, { sectionId, text })), text })
    }
  }
  await place.does(editor.actor, publishStandard, { standardId })
  const { database, now } = place.platform
  const people = await settleCrowd(place, authors)
  for (let number = 1; number <= amendments; number++) {
    const actor = await findActor(database.read, people[number % authors]?.accountId ?? '', now())
    const { place: at, before, after } = wordsOf(number)
    const clause = made[at]
    if (!actor || !clause) throw new Error(`There is nobody or nothing for amendment ${number}.`)
    await place.does(actor, proposeAmendment, {
      standardId,
      reason: 'Damit sich alle darauf verlassen.',
      parts: [
        {
          ...{ kind: 'change', clauseId: clause.id, sectionId: null, afterClauseId: null, baseVersion: 1 },
          text: clause.text.replace(before, after),
        },
      ],
    })
  }
}

/** Who drafts in the kept town, found in a copy of it. */
export async function editorOf({ platform }: SettlingIn): Promise<Actor> {
  const { database, now } = platform
  const row = await database.read
    .selectFrom('account')
    .select('id')
    .where('name', '=', editorName)
    .executeTakeFirst()
  const editor = row && (await findActor(database.read, row.id, now()))
  if (!editor) throw new Error('The kept town has no editor.')
  return editor
}
