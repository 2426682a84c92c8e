// A small named town for looking at pages: ideas in every state, conversations, late answers, and texts nobody may find.
import type { Actor } from '#app/domain/actor.ts'
import { contribute } from '#app/domain/conversations/contribute.server.ts'
import { answerOfficially, finishIdea } from '#app/domain/ideas/answer.server.ts'
import { tagIdea } from '#app/domain/ideas/edit.server.ts'
import { postIdea } from '#app/domain/ideas/idea.server.ts'
import type { AnswerKind } from '#app/domain/ideas/idea.ts'
import { hideIdea } from '#app/domain/ideas/publish.server.ts'
import type { TestTown } from '#tests/platform.ts'

export interface LivelyTown {
  readonly renate: Actor
  readonly jonas: Actor
  readonly office: Actor
  readonly moderator: Actor
  /** Their numbers by name. */
  readonly ideas: Readonly<Record<string, number>>
}

/** The town's clock stands at 10 March 2027, 9:00 UTC, before and after. */
export async function fillTown(town: TestTown): Promise<LivelyTown> {
  const now = town.now
  const renate = await town.person('Renate Tonwald')
  const jonas = await town.person('Jonas Klangmann')
  const office = await town.person('Herr Kornfeld', { role: 'responsible', scope: 'kulturbuero' })
  const moderator = await town.person('Dieter Ruhland', { role: 'moderator' })
  const ideas: Record<string, number> = {}

  const post = async (
    day: string,
    name: string,
    title: string,
    text: string,
    more: { district?: string; goals?: readonly string[]; as?: Actor } = {},
  ) => {
    town.now = `${day}T09:00:00.000Z`
    const { id, number } = await town.does(more.as ?? renate, postIdea, {
      title,
      text,
      district: more.district ?? 'ganz',
      language: 'de',
      authorName: null,
      secret: null,
      source: 'web' as const,
      picture: null,
    })
    ideas[name] = number
    if (more.goals) await town.does(moderator, tagIdea, { ideaId: id, goals: more.goals })
    return id
  }
  const answer = async (day: string, ideaId: string, kind: AnswerKind, text: string) => {
    town.now = `${day}T10:00:00.000Z`
    await town.does(office, answerOfficially, {
      ideaId,
      kind,
      text,
      reviewOn: kind === 'later' ? '2027-09-01' : null,
    })
  }

  const loop = await post(
    '2026-11-02',
    'loop',
    'Induktionsschleife im Sitzungssaal',
    'Wer ein Hörgerät trägt, versteht im **Sitzungssaal** kaum ein Wort. Eine Schleife hilft sofort.',
    { goals: ['1.1'], district: 'hattingen-mitte' },
  )
  const corner = await post(
    '2026-11-20',
    'corner',
    'Stadtbücherei-Ecke im Bürgertreff',
    'Viele Kinder kommen nicht bis in die Stadtbibliothek. Eine kleine Ecke im Bürgertreff wäre ein Anfang.',
    { goals: ['1.3', '2.2'], district: 'welper' },
  )
  const tale = await post(
    '2026-12-01',
    'tale',
    'Zweisprachige Märchenstunde Deutsch und Türkisch',
    'Eine Stunde im Monat, zwei Stimmen, ein Märchen. So hören Kinder beide Sprachen nebeneinander.',
    { goals: ['1.1', '1.4'], district: 'welper', as: jonas },
  )
  await post(
    '2027-01-04',
    'bench',
    'Eine Bank mit Notenständer am Ruhrufer',
    'Am Ufer üben im Sommer viele. Eine feste Bank mit Notenständer kostet wenig und freut alle.',
    { goals: ['4.3'], district: 'winz-baak' },
  )
  await answer(
    '2026-12-10',
    corner,
    'no',
    'Nein, weil niemand die Ausleihe betreuen kann. Unser Angebot: ein Regal zum Tauschen. Der Bürgertreff kümmert sich darum.',
  )
  await answer('2027-01-10', loop, 'will_be_done', 'Wir bauen die Schleife ein. Der Auftrag ist vergeben.')
  await answer(
    '2027-01-12',
    tale,
    'will_be_done',
    'Der Bürgertreff Welper macht mit. Der erste Termin ist am Samstag, 12. Juni.',
  )
  town.now = '2027-02-20T10:00:00.000Z'
  await town.does(office, finishIdea, {
    ideaId: loop,
    note: 'Seit dem 20. Februar liegt die Schleife. Wer ein Hörgerät trägt, hört jetzt jede Rede klar.',
  })

  const fee = await post(
    '2027-02-10',
    'fee',
    'Honorar-Untergrenze für Auftritte der Stadt',
    'Wer bei einem Fest der Stadt spielt, soll davon leben können. Deshalb braucht es eine Untergrenze für Honorare.',
    { goals: ['3.2'], as: jonas },
  )
  const rooms = await post(
    '2027-03-01',
    'rooms',
    'Probenräume in leeren Läden',
    'In der Altstadt stehen Läden leer. Chöre und Bands suchen Räume zum Proben. Beides passt zusammen.',
    { goals: ['1.3', '3.3'], district: 'hattingen-mitte' },
  )
  await post(
    '2027-03-08',
    'bus',
    'Ein Nachtbus nach dem Konzert',
    'Nach einem Konzert in der Gebläsehalle fährt kein Bus mehr. Ein Bus um 23 Uhr reicht.',
    { district: 'welper' },
  )
  const secret = await post(
    '2027-03-05',
    'hidden',
    'Ausgeblendete Idee mit Kennwort Nebelkrähe',
    'Dieser Text steht hier nicht mehr. Er enthält das Kennwort Nebelkrähe, und niemand soll ihn finden.',
  )
  town.now = '2027-03-05T10:00:00.000Z'
  await town.does(moderator, hideIdea, { ideaId: secret, measureId: town.platform.newId() })

  town.now = '2027-03-06T09:00:00.000Z'
  await talk(town, fee, [
    [renate, 'question', 'Gilt die Untergrenze auch für Laienchöre, die ein Honorar bekommen?'],
    [renate, 'for', 'Ohne Untergrenze spielen am Ende nur die, die es sich leisten können.'],
    [moderator, 'question', 'Woher kommt das Geld, wenn das Fest schon geplant ist?'],
  ])
  await talk(town, rooms, [[jonas, 'experience', 'Wir haben drei Monate lang im leeren Schuhladen geprobt.']])
  town.now = now
  return { renate, jonas, office, moderator, ideas }
}

async function talk(
  town: TestTown,
  ideaId: string,
  words: readonly (readonly [Actor, 'question' | 'for' | 'experience', string])[],
): Promise<void> {
  const { conversationId } = await town.platform.database.read
    .selectFrom('idea')
    .select('conversationId')
    .where('id', '=', ideaId)
    .executeTakeFirstOrThrow()
  for (const [actor, move, text] of words) {
    await town.does(actor, contribute, {
      conversationId,
      parentId: null,
      move,
      text,
      language: 'de',
      official: false,
    })
  }
}
