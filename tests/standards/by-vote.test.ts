// The Round Table votes on a bundle, and the text changes by the vote alone.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Actor } from '#app/domain/actor.ts'
import { type LeadStep, lead } from '#app/domain/meetings/lead.server.ts'
import { getMeeting } from '#app/domain/meetings/meeting.server.ts'
import { readStand } from '#app/domain/meetings/stand.server.ts'
import { sayPresence } from '#app/domain/meetings/take-part.server.ts'
import { countHands, openVote } from '#app/domain/meetings/votes.server.ts'
import { listVersions } from '#app/domain/standards/adoption.server.ts'
import { bundleOntoAgenda, placeOnAgenda, pullFromBundle } from '#app/domain/standards/agenda.server.ts'
import { getAmendment, proposeAmendment } from '#app/domain/standards/amendments.server.ts'
import { getClause } from '#app/domain/standards/clause.server.ts'
import { addClause, addSection, stageSection } from '#app/domain/standards/draft.server.ts'
import { foundStandard, publishStandard } from '#app/domain/standards/standard.server.ts'
import { doJobs } from '#server/jobs.ts'
import { databases } from '#tests/databases.ts'
import { planned, setTable, startsAt, type Table } from '#tests/meetings/table.ts'
import { openTestTown, type TestTown } from '#tests/platform.ts'
import { keyClause, lightClause } from './workshop.ts'

describe.each(databases)('a vote changes the text on $name', (database) => {
  let town: TestTown
  let table: Table
  let editor: Actor
  let standardId: string
  let sectionId: string
  let clauseId: string
  let meetingId: string
  beforeAll(async () => {
    town = await openTestTown(database)
    table = await setTable(town)
    editor = await town.person('Kornfeld', { seat: { body: 'ag-standards', function: 'member' } })
    const standard = { slug: 'zusammenarbeit', title: 'Gut zusammenarbeiten', about: 'Wie wir arbeiten.' }
    standardId = (await town.does(table.chair, foundStandard, { ...standard, bodySlug: 'ag-standards' })).id
    sectionId = (await town.does(editor, addSection, { standardId, title: 'Räume und Schlüssel' })).id
    clauseId = (await town.does(editor, addClause, { sectionId, text: keyClause })).id
    await town.does(editor, addClause, { sectionId, text: lightClause })
    await town.does(editor, publishStandard, { standardId })
    await town.does(editor, stageSection, { sectionId, stage: 'ready' })
    meetingId = (await planned(town, table.chair)).id
  })
  afterAll(() => town?.close())

  const propose = async (word: string, by: string) =>
    (
      await town.does(table.citizen, proposeAmendment, {
        standardId,
        reason: 'Damit sich alle darauf verlassen.',
        parts: [
          {
            kind: 'change',
            clauseId,
            sectionId: null,
            afterClauseId: null,
            baseVersion: 1,
            text: keyClause.replace(word, by),
          },
        ],
      })
    ).id
  const bundle = (as: Actor, amendmentIds: readonly string[], sectionIds: readonly string[] = []) =>
    town.tries(as, bundleOntoAgenda, {
      standardId,
      meetingId,
      title: 'Änderungen am Standard',
      noGoalReason: 'Der Standard gilt für alle Ziele.',
      paper: 'Gegenüberstellung',
      amendmentIds,
      sectionIds,
    })
  const put = async (amendmentIds: readonly string[], sectionIds: readonly string[] = []) => {
    const outcome = await bundle(editor, amendmentIds, sectionIds)
    if (!outcome.ok) throw new Error(outcome.refusal.reason)
    return outcome.value
  }
  const stateOf = async (id: string) => (await getAmendment(town.ask().db, id)).state
  const settle = async () => {
    while (await doJobs(town.platform)) {}
  }
  const turn = async () =>
    (await readStand(town.ask(table.chair), await getMeeting(town.ask().db, meetingId))).turn
  const step = async (one: LeadStep) =>
    town.does(table.chair, lead, { meetingId, turn: await turn(), step: one })
  const vote = async (itemId: string, yes: number, no: number) => {
    await step({ type: 'item-called', itemId })
    await town.does(table.chair, openVote, {
      meetingId,
      turn: await turn(),
      label: 'resolution',
      way: 'hands',
      motionId: null,
      question: 'Werden die Änderungen angenommen?',
    })
    const counted = { meetingId, turn: await turn(), yes, no, abstain: 0 }
    await town.does(table.chair, countHands, counted)
    await settle()
  }

  test('bundled by the drafting group alone; one is pulled out by any member; two thirds decide', async () => {
    const early = await propose('rechtzeitig', 'einen Tag vorher')
    const evening = await propose('am Tag danach', 'am selben Abend')
    const strict = await propose('Wer einen Raum gebucht hat', 'Wer bucht')
    expect(await bundle(table.citizen, [early])).toMatchObject({ refusal: { reason: 'not_allowed' } })
    expect(await bundle(editor, [])).toMatchObject({ refusal: { reason: 'bundle_is_empty' } })
    const { itemId } = await put([early, evening, strict], [sectionId])
    expect(await stateOf(early)).toBe('on_agenda')
    expect(await bundle(editor, [early])).toMatchObject({ refusal: { reason: 'amendment_not_open' } })
    expect(await bundle(editor, [], [sectionId])).toMatchObject({ refusal: { reason: 'section_on_agenda' } })
    const words = { title: 'Änderungsvorschlag 3', noGoalReason: 'Der Standard gilt für alle Ziele.' }
    expect(await town.tries(table.citizen, pullFromBundle, { amendmentId: strict, ...words })).toMatchObject({
      ok: false,
    })
    await town.does(table.members[2], pullFromBundle, { amendmentId: strict, ...words })
    const own = (await getAmendment(town.ask().db, strict)).agendaItemId ?? ''
    expect(own).not.toBe(itemId)
    expect(await placeOnAgenda(town.ask(), itemId)).toMatchObject({ bundled: 3 })

    town.now = startsAt
    await step({ type: 'opened' })
    for (const one of table.members) await town.does(one, sayPresence, { meetingId, as: 'room' })
    await vote(itemId, 4, 2)
    expect([await stateOf(early), await stateOf(evening), await stateOf(strict)]).toEqual([
      'adopted',
      'adopted',
      'on_agenda',
    ])
    const clause = await getClause(town.ask().db, clauseId)
    expect(clause).toMatchObject({ stage: 'adopted', version: 3 })
    expect(clause.text).toContain('einen Tag vorher')
    expect(clause.text).toContain('am selben Abend')
    const versions = await listVersions(town.ask(), standardId)
    expect(versions).toMatchObject([{ number: 1, decision: 'Werden die Änderungen angenommen? 4:2:0' }])
    expect(versions[0]?.sections[0]?.clauses[0]?.text).toBe(clause.text)

    // A simple majority is not enough for a standard.
    await vote(own, 3, 2)
    expect(await stateOf(strict)).toBe('rejected')
    expect((await getClause(town.ask().db, clauseId)).version).toBe(3)
    expect(
      await town.tries(table.members[2], pullFromBundle, { amendmentId: strict, ...words }),
    ).toMatchObject({
      refusal: { reason: 'amendment_not_on_agenda' },
    })
    await settle()
    expect(await listVersions(town.ask(), standardId)).toHaveLength(1)
  })
})
