// The Round Table votes on a bundle, and the text changes by the vote alone.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Actor } from '#app/domain/actor.ts'
import { getBodyRow } from '#app/domain/bodies/body.server.ts'
import { draftMinutes } from '#app/domain/meetings/draft.server.ts'
import { type LeadStep, lead } from '#app/domain/meetings/lead.server.ts'
import { getMeeting } from '#app/domain/meetings/meeting.server.ts'
import { changeRules, rulesOf } from '#app/domain/meetings/rules.server.ts'
import { readStand } from '#app/domain/meetings/stand.server.ts'
import { sayPresence } from '#app/domain/meetings/take-part.server.ts'
import type { VoteWay } from '#app/domain/meetings/vote-ways.ts'
import { closeVote, countHands, openVote } from '#app/domain/meetings/votes.server.ts'
import { castBallot } from '#app/domain/polls/cast.server.ts'
import { listVersions } from '#app/domain/standards/adoption.server.ts'
import { bundleOntoAgenda, pullFromBundle, takeSectionOff } from '#app/domain/standards/agenda.server.ts'
import { placeOnAgenda } from '#app/domain/standards/agenda-view.server.ts'
import { getAmendment } from '#app/domain/standards/amendment-rows.server.ts'
import { getClause } from '#app/domain/standards/clause.server.ts'
import { addClause } from '#app/domain/standards/draft.server.ts'
import { proposeAmendment } from '#app/domain/standards/propose.server.ts'
import { addSection, stageSection } from '#app/domain/standards/section.server.ts'
import { foundStandard, getStandard, publishStandard } from '#app/domain/standards/standard.server.ts'
import { minuteInWords } from '#app/i18n/minutes-words.ts'
import { wordsIn } from '#app/i18n/words.server.ts'
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
  const question = 'Werden die Änderungen angenommen?'
  const open = async (way: VoteWay) =>
    town.tries(table.chair, openVote, {
      ...{ meetingId, turn: await turn(), label: 'resolution', motionId: null, question },
      way,
    })
  const vote = async (
    itemId: string,
    [yes, no]: readonly [number, number],
    [ausschuss, kulturschaffende]: readonly [number, number],
  ) => {
    await step({ type: 'item-called', itemId })
    expect(await open('secret')).toMatchObject({ refusal: { reason: 'bench_vote_not_secret' } })
    expect(await open('hands')).toMatchObject({ ok: true })
    const counted = { meetingId, turn: await turn(), yes, no, abstain: 0 }
    const hands = (benches: Record<string, number>) =>
      town.tries(table.chair, countHands, { ...counted, benches })
    expect(await hands({ ausschuss: 3, kulturschaffende })).toMatchObject({
      refusal: { reason: 'bench_hands_wrong' },
    })
    expect(await hands({ ausschuss: 2, kulturschaffende: 3 })).toMatchObject({ ok: false })
    expect(await hands({ ausschuss, kulturschaffende })).toMatchObject({ ok: true })
    // For ten seconds the figures can be taken back; then they decide.
    town.now = new Date(Date.parse(town.now) + 11_000).toISOString()
    await settle()
  }
  const minutes = async () =>
    (await draftMinutes(town.ask(table.chair), await getMeeting(town.ask().db, meetingId)))
      .filter(({ line }) => line.is === 'vote')
      .map(({ line }) => minuteInWords(wordsIn('de'), line))
      .join('\n')

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
    // A section comes off again, by those who laid it there, and is laid once more.
    expect(await town.tries(table.citizen, takeSectionOff, { sectionId })).toMatchObject({
      refusal: { reason: 'not_allowed' },
    })
    await town.does(editor, takeSectionOff, { sectionId })
    expect(await town.tries(editor, takeSectionOff, { sectionId })).toMatchObject({
      refusal: { reason: 'section_not_on_agenda' },
    })
    await town.platform.database.write.insertInto('sectionOnAgenda').values({ sectionId, itemId }).execute()
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
    await vote(itemId, [4, 2], [1, 3])
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
    const decision = `${question} 4:2:0 · Bank der Kulturschaffenden 3 · Bank des Ausschusses 1`
    expect(versions).toMatchObject([{ number: 1, decision }])
    expect(versions[0]?.sections[0]?.clauses[0]?.text).toBe(clause.text)
    const year = Number(town.now.slice(0, 4)) + 1
    const { reviewOn } = await getStandard(town.ask().db, standardId)
    expect(reviewOn).toBe(`${year}${town.now.slice(4, 10)}`)

    // Two thirds are not enough where a whole bench says no.
    await vote(own, [4, 2], [0, 3])
    expect(await stateOf(strict)).toBe('rejected')
    expect((await getClause(town.ask().db, clauseId)).version).toBe(3)
    const told = await minutes()
    expect(told).toContain('Von jeder Bank kam mindestens ein Ja. Der Antrag ist angenommen.')
    expect(told).toContain('Kein Ja kam von: Bank des Ausschusses. Der Antrag ist abgelehnt.')
    const again = { amendmentId: strict, ...words }
    expect(await town.tries(table.members[2], pullFromBundle, again)).toMatchObject({
      refusal: { reason: 'amendment_not_on_agenda' },
    })
    await settle()
    expect(await listVersions(town.ask(), standardId)).toHaveLength(1)
  })

  test('at the screens the house counts each bench itself, and its rules may ask for less', async () => {
    const moment = new Date(Date.parse(startsAt) + 3_600_000).toISOString()
    meetingId = (await planned(town, table.chair, { startsAt: moment })).id
    const first = await propose('Wer einen Raum gebucht hat', 'Wer bucht')
    const { itemId } = await put([first])
    const second = await propose('Wer einen Raum gebucht hat', 'Wer den Raum hat')
    const { itemId: next } = await put([second])
    town.now = moment
    await step({ type: 'opened' })
    for (const one of table.members) await town.does(one, sayPresence, { meetingId, as: 'room' })
    await step({ type: 'item-called', itemId })
    const [walburga, cem, jonas, mira, kofi] = table.members
    const ballots = async (yes: readonly Actor[], no: readonly Actor[]) => {
      const opened = await open('named')
      if (!opened.ok) throw new Error(opened.refusal.reason)
      const { pollId } = opened.value
      for (const [option, people] of [
        ['yes', yes],
        ['no', no],
      ] as const) {
        for (const one of people) {
          await town.does(one, castBallot, { pollId, choice: { kind: 'one', option }, reason: null })
        }
      }
      town.now = new Date(Date.parse(town.now) + 61_000).toISOString()
      await town.does(table.chair, closeVote, { meetingId, turn: await turn() })
      town.now = new Date(Date.parse(town.now) + 12_000).toISOString()
      await settle()
      return (await readStand(town.ask(), await getMeeting(town.ask().db, meetingId))).vote?.result
    }
    const enough = [jonas, mira, kofi, table.chair]
    expect(await ballots(enough, [walburga, cem])).toMatchObject({
      word: 'rejected',
      benches: [{ yes: 3 }, { yes: 0 }],
    })
    expect(await stateOf(first)).toBe('rejected')
    const body = await getBodyRow(town.ask().db, 'runder-tisch')
    const { rules, version } = await rulesOf(town.ask().db, body.id)
    const less = { ...rules, standardBenches: 'off' } as const
    await town.does(table.chair, changeRules, { body: 'runder-tisch', rules: less, version })
    await step({ type: 'item-called', itemId: next })
    expect(await ballots(enough, [walburga, cem])).toMatchObject({ word: 'accepted' })
    expect(await stateOf(second)).toBe('adopted')
    expect((await getClause(town.ask().db, clauseId)).text).toContain('Wer den Raum hat')
  })
})
