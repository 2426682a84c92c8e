import { strFromU8, unzipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Actor, system } from '#app/domain/actor.ts'
import { seat } from '#app/domain/bodies/body.server.ts'
import { confirmCreator, declareCreator } from '#app/domain/bodies/creator.server.ts'
import { contribute } from '#app/domain/conversations/contribute.server.ts'
import { readConversation } from '#app/domain/conversations/conversation.server.ts'
import { findContributionPlace } from '#app/domain/conversations/place.server.ts'
import { deleteContribution } from '#app/domain/conversations/revise.server.ts'
import { listAccesses, noteAccess } from '#app/domain/council/access.server.ts'
import { confirmLeaving, proposeLeaving } from '#app/domain/council/leave.server.ts'
import { appointCouncilModerator } from '#app/domain/council/moderators.server.ts'
import {
  decideObjection,
  listObjections,
  objectInRegister,
  refuseCreator,
} from '#app/domain/council/register.server.ts'
import {
  getDraft,
  getPublicStatement,
  publishStatement,
  withdrawStatement,
  writeStatement,
} from '#app/domain/council/statement.server.ts'
import { noteTakenAlong, packLuggage } from '#app/domain/council/take-along.server.ts'
import { getTalk, listTalks, openTalk } from '#app/domain/council/talk.server.ts'
import { handIn } from '#app/domain/elections/candidature.server.ts'
import {
  announceElection,
  beginElection,
  getAnnounced,
  saveStep,
} from '#app/domain/elections/election.server.ts'
import type { ElectionRules } from '#app/domain/elections/election.ts'
import { isOnElectionRoll, listRoll } from '#app/domain/elections/roll.server.ts'
import { leaveSeat } from '#app/domain/elections/terms.server.ts'
import { findThingAt } from '#app/domain/moderation/case.server.ts'
import { listCases } from '#app/domain/moderation/queue.server.ts'
import { fileReport } from '#app/domain/moderation/report.server.ts'
import { hideContribution } from '#app/domain/moderation/text-measures.server.ts'
import { listNews } from '#app/domain/notices/news.server.ts'
import { findActor } from '#app/domain/people/actor.server.ts'
import { appoint } from '#app/domain/people/appointment.server.ts'
import { exportAccount } from '#app/domain/people/export.server.ts'
import { announcePoll } from '#app/domain/polls/announce.server.ts'
import { listPolls } from '#app/domain/polls/list.server.ts'
import { searchReadable } from '#app/domain/search/search.server.ts'
import { zipOfLuggage } from '#app/http/luggage.server.ts'
import { wordsIn } from '#app/i18n/words.server.ts'
import { doJobs } from '#server/jobs.ts'
import { mayWatch } from '#server/live/topics.ts'
import { databases } from '#tests/databases.ts'
import { words } from '#tests/elections/council-town.ts'
import { openTestTown, type TestTown } from '#tests/platform.ts'

const canary = 'KANARIENVOGEL-5512'
const grounds = { rule: '2', template: 'insult', sentence: 'Das ist eine Beleidigung.' } as const
const reason = 'Das hat der Sprecherrat so beraten.'

const plakat = {
  space: 'council',
  visibility: 'members',
  label: 'recommendation',
  method: 'single-choice',
  question: `Welches Plakat? ${canary}`,
  about: '',
  consequence: '',
  electorate: 'creators',
  electorateRef: null,
  secrecy: 'separate',
  changeable: 'no',
  reason: 'off',
  names: 'unlisted',
  resultWhen: 'after-close',
  quorum: 0,
  majority: 'most',
  majorityBase: 'marks',
  optionOrder: 'written',
  seats: 1,
  settings: {},
  subject: null,
  minSeconds: 0,
  objectionDays: 0,
  opensAt: null,
  closesAt: null,
  reviewOn: null,
  options: [{ title: 'Entwurf A' }, { title: 'Entwurf B' }],
} as const

const rules: ElectionRules = {
  title: 'Wahl des Sprecherrats',
  about: '',
  electorate: 'creators',
  minimumAge: '16',
  cutOffOn: '2027-04-12',
  candidatesUntil: '2027-04-12',
  opensOn: '2027-04-20',
  opensHour: 8,
  closesOn: '2027-04-24',
  closesHour: 18,
  objectionDays: 7,
  seats: 2,
  branches: [{ name: 'Musik', minimum: 0 }],
  method: 'multiple-choice',
  votes: 2,
  runOff: 'vote',
  runOffDays: 7,
  paper: 'yes',
  termFrom: '2027-06-01',
  termMonths: 24,
}

const standing = { branch: 'Musik', ...words }

describe.each(databases)('the Council’s own house on $name', (database) => {
  let town: TestTown
  let amina: Actor
  let ruben: Actor
  let leo: Actor
  let jonas: Actor
  /** Each holds a task of the town's, and a seat on the Council besides. */
  let administration: readonly Actor[]
  beforeAll(async () => {
    town = await openTestTown(database)
    const speaker = { seat: { body: 'sprecherrat', function: 'speaker' } } as const
    amina = await town.person('Amina', speaker)
    ruben = await town.person('Ruben', speaker)
    leo = await creator('Leo')
    jonas = await creator('Jonas')
    administration = await Promise.all([
      town.person('Herr K.', { role: 'staff', scope: 'Kulturbüro', ...speaker }),
      town.person('Frau Z.', { role: 'responsible', scope: 'kulturbuero', ...speaker }),
      town.person('Dieter', { role: 'moderator', ...speaker }),
      town.person('Nadine', { role: 'operator', ...speaker }),
    ])
  })
  afterAll(() => town.close())

  const idOf = (actor: Actor) => actor.accountId ?? ''
  const again = async (actor: Actor) => {
    const found = await findActor(town.platform.database.read, idOf(actor), town.now)
    if (!found) throw new Error('gone')
    return found
  }
  async function creator(name: string): Promise<Actor> {
    const person = await town.person(name)
    await town.does(person, declareCreator, { branch: 'Musik', does: 'Spielt auf Festen in der Stadt' })
    await town.does(amina, confirmCreator, { accountId: idOf(person) })
    return again(person)
  }
  const say = (text: string, conversationId: string) => ({
    conversationId,
    parentId: null,
    move: 'experience' as const,
    text,
    language: 'de',
    official: false,
  })

  test('what is said inside is read by creators and by no role of the administration, through any door', async () => {
    const { number, conversationId } = await town.does(leo, openTalk, { title: 'Unter uns', language: 'de' })
    const mention = administration.map(({ name }) => `@${name.replaceAll(' ', '-')}`).join(' ')
    const said = await town.does(
      leo,
      contribute,
      say(`Das bleibt hier: ${canary} ${mention}`, conversationId),
    )
    while (await doJobs(town.platform)) {}
    expect((await readConversation(town.ask(amina), conversationId, { view: 'time', page: 1 })).count).toBe(1)
    expect((await searchReadable(town.ask(jonas), canary, { page: 1 })).hits[0]?.title).toEqual([
      { text: 'Unter uns', marked: false },
    ])
    const address = `/beitraege/${said.publicNumber}`
    for (const clerk of administration) {
      const ask = town.ask(clerk)
      await expect(listTalks(ask), clerk.name).rejects.toMatchObject({ reason: 'not_found' })
      await expect(getTalk(ask, number)).rejects.toMatchObject({ reason: 'not_found' })
      await expect(readConversation(ask, conversationId, { view: 'time', page: 1 })).rejects.toMatchObject({
        reason: 'not_found',
      })
      await expect(findContributionPlace(ask, said.publicNumber)).rejects.toMatchObject({
        reason: 'not_found',
      })
      expect((await searchReadable(ask, canary, { page: 1 })).total).toBe(0)
      expect(JSON.stringify(await listNews(ask, 1))).not.toContain(canary)
      expect(JSON.stringify(await exportAccount(ask))).not.toContain(canary)
      for (const topic of ['council', `conversation:${conversationId}`, 'council-drafts'])
        expect(await mayWatch(town.platform.database.read, clerk, topic), topic).toBe(false)
      // Not even a moderator who names its address learns that it is there.
      const thing = findThingAt(ask, address, town.platform.baseUrl)
      await (clerk.name === 'Dieter'
        ? expect(thing).resolves.toBeNull()
        : expect(thing).rejects.toMatchObject({ reason: 'not_allowed' }))
      expect(
        await town.tries(clerk, contribute, say('Ich bin von der Stadt.', conversationId)),
      ).toMatchObject({
        ok: false,
      })
      const hide = { contributionId: said.id, version: 1, grounds }
      expect(await town.tries(clerk, hideContribution, hide)).toMatchObject({ ok: false })
      expect(await town.tries(clerk, deleteContribution, { contributionId: said.id })).toMatchObject({
        ok: false,
      })
    }
    const mails = await town.platform.database.read.selectFrom('mail').select('data').execute()
    expect(JSON.stringify(mails)).not.toContain(canary)
    expect(await mayWatch(town.platform.database.read, leo, `conversation:${conversationId}`)).toBe(true)
  })

  test('a report from outside and one from inside both reach the Council’s moderators alone', async () => {
    await town.does(amina, appointCouncilModerator, { accountId: idOf(jonas) })
    const moderator = await again(jonas)
    const [talk] = await listTalks(town.ask(leo))
    const { conversationId } = await getTalk(town.ask(leo), talk?.number ?? 0)
    const said = await town.does(leo, contribute, say(`Ein grobes Wort, ${canary}.`, conversationId))
    const report = {
      address: `/beitraege/${said.publicNumber}`,
      rule: '2',
      reason: 'Das ist grob gesagt.',
    } as const
    const rest = { name: null, mail: null, goodFaith: true, video: null, language: 'de' }
    const dieter = administration[2] as Actor
    for (const by of [amina, dieter]) await town.does(by, fileReport, { ...report, ...rest })
    const queue = { kind: null, page: 1 } as const
    expect((await listCases(town.ask(dieter), queue)).total).toBe(0)
    await expect(listCases(town.ask(dieter), { ...queue, space: 'council' })).rejects.toMatchObject({
      reason: 'not_allowed',
    })
    expect((await listCases(town.ask(moderator), { ...queue, space: 'council' })).total).toBe(2)
    await expect(listCases(town.ask(moderator), queue)).rejects.toMatchObject({ reason: 'not_allowed' })
    await town.does(moderator, hideContribution, { contributionId: said.id, version: 1, grounds })
    const { contributions } = await readConversation(town.ask(amina), conversationId, {
      view: 'time',
      page: 1,
    })
    expect(contributions.find(({ number }) => number === said.number)).toMatchObject({
      gone: 'hidden',
      html: '',
    })
  })

  test('an operator neither seats the Council nor names its moderators, and what they do to its people is noted', async () => {
    const nadine = administration[3] as Actor
    const outsider = await town.person('Freundin')
    town.now = '2027-03-12T09:00:00.000Z'
    const place = {
      body: 'sprecherrat',
      accountId: idOf(outsider),
      bench: null,
      fromAt: town.now,
      untilAt: null,
    }
    expect(await town.tries(nadine, seat, { ...place, function: 'speaker' })).toMatchObject({
      refusal: { reason: 'council_seats_itself' },
    })
    const task = { accountId: idOf(outsider), role: 'moderator', scope: 'council' } as const
    expect(await town.tries(nadine, appoint, task)).toMatchObject({
      refusal: { reason: 'council_appoints_itself' },
    })
    expect(await town.tries(nadine, appointCouncilModerator, { accountId: idOf(outsider) })).toMatchObject({
      refusal: { reason: 'not_allowed' },
    })
    const kim = await creator('Kim')
    await town.does(nadine, appoint, { accountId: idOf(kim), role: 'staff', scope: 'Bauhof' })
    await town.does(system, noteAccess, { kind: 'backup', who: 'betrieb', detail: 'stadt.backup' })
    expect(await listAccesses(town.ask(leo))).toMatchObject([
      { kind: 'backup', who: 'betrieb' },
      { kind: 'support', who: 'Nadine', detail: 'staff: Bauhof' },
    ])
    for (const person of [nadine, await again(kim)])
      await expect(listAccesses(town.ask(person))).rejects.toMatchObject({ reason: 'not_found' })
  })

  test('several write a statement; outside only the Council speaks, each version stays, a withdrawal says why', async () => {
    const draft = {
      title: 'Zu den Räumen',
      text: 'Wir brauchen Räume für alle, die proben.',
      note: '',
      language: 'de',
    }
    const { statementId } = await town.does(amina, writeStatement, {
      ...draft,
      statementId: null,
      version: 0,
    })
    const second = { ...draft, statementId, text: `${draft.text} Auch abends.`, note: 'Auch abends.' }
    await town.does(ruben, writeStatement, { ...second, version: 1 })
    // Amina had the first version open.
    expect(await town.tries(amina, writeStatement, { ...second, version: 1 })).toMatchObject({
      refusal: { reason: 'somebody_was_faster' },
    })
    await expect(getPublicStatement(town.ask(), 1)).rejects.toMatchObject({ reason: 'not_found' })
    await expect(getDraft(town.ask(leo), statementId)).rejects.toMatchObject({ reason: 'not_found' })
    expect((await getDraft(town.ask(amina), statementId)).versions.map(({ by }) => by)).toEqual([
      'Ruben',
      'Amina',
    ])
    expect(await town.tries(leo, publishStatement, { statementId, version: 2 })).toMatchObject({ ok: false })
    await town.does(amina, publishStatement, { statementId, version: 2 })
    await town.does(ruben, writeStatement, { ...second, text: `${draft.text} Auch am Sonntag.`, version: 3 })
    expect((await getPublicStatement(town.ask(), 1)).versions).toHaveLength(1)
    await town.does(ruben, publishStatement, { statementId, version: 4 })
    await town.does(amina, withdrawStatement, { statementId, reason })
    const shown = await getPublicStatement(town.ask(), 1)
    expect(shown).toMatchObject({ state: 'withdrawn', withdrawnReason: reason })
    expect(shown.versions.map(({ number }) => number)).toEqual([3, 2])
    expect(JSON.stringify(shown)).not.toMatch(/Amina|Ruben/)
  })

  test('the register: a refusal and a confirmation can be objected to, and somebody else decides', async () => {
    const priya = await town.person('Priya')
    await town.does(priya, declareCreator, { branch: 'Tanz', does: 'Tanzt und unterrichtet in der Stadt' })
    await town.does(amina, refuseCreator, { accountId: idOf(priya), reason })
    expect(await town.tries(leo, objectInRegister, { accountId: idOf(priya), text: reason })).toMatchObject({
      refusal: { reason: 'not_allowed' },
    })
    await town.does(priya, objectInRegister, { accountId: idOf(priya), text: 'Ich tanze hier jede Woche.' })
    const [objection] = await listObjections(town.ask(amina))
    const decision = { objectionId: objection?.id ?? '', outcome: 'upheld', reason } as const
    expect(await town.tries(amina, decideObjection, decision)).toMatchObject({
      refusal: { reason: 'creator_decides_own' },
    })
    await town.does(ruben, decideObjection, decision)
    expect((await again(priya)).creator).toBe(true)
    town.now = '2027-03-27T09:00:00.000Z'
    expect(await town.tries(leo, objectInRegister, { accountId: idOf(priya), text: reason })).toMatchObject({
      refusal: { reason: 'objection_too_late' },
    })
  })

  test('an inner vote and the roll of an election are shut to the administration, and it stands on neither', async () => {
    await town.does(amina, announcePoll, plakat)
    const { number } = await town.does(amina, beginElection, null)
    await town.does(amina, saveStep, { number, answers: rules })
    await town.does(amina, announceElection, { number })
    await town.does(leo, handIn, { ...standing, number })
    const election = await getAnnounced(town.ask().db, number)
    const seen = async (actor: Actor) => JSON.stringify(await listPolls(town.ask(actor), 1))
    expect(await seen(leo)).toContain(canary)
    expect((await listRoll(town.ask(leo), election)).map(({ name }) => name)).toContain('Leo')
    for (const clerk of administration) {
      expect(await seen(clerk), clerk.name).not.toContain(canary)
      expect((await searchReadable(town.ask(clerk), canary, { page: 1 })).total).toBe(0)
      await expect(listRoll(town.ask(clerk), election)).rejects.toMatchObject({ reason: 'not_found' })
      expect(await isOnElectionRoll(town.ask().db, election, idOf(clerk), town.now)).toBe(false)
      expect(await town.tries(clerk, handIn, { ...standing, number })).toMatchObject({
        refusal: { reason: 'not_allowed' },
      })
      expect(await town.tries(clerk, leaveSeat, { number })).toMatchObject({ ok: false })
    }
  })

  test('the Council takes everything along and, when two agree, closes the house behind it', async () => {
    expect(await town.tries(amina, proposeLeaving, null)).toMatchObject({
      refusal: { reason: 'council_take_along_first' },
    })
    await expect(packLuggage(town.ask(leo))).rejects.toMatchObject({ reason: 'not_found' })
    const files = unzipSync(zipOfLuggage(await packLuggage(town.ask(amina)), wordsIn('de')))
    await town.does(amina, noteTakenAlong, null)
    expect(Object.keys(files).sort()).toEqual([
      'abstimmungen/1.html',
      'alles.json',
      'gespraeche/1.html',
      'index.html',
      'stellungnahmen/1.html',
      'wahlen/1.html',
    ])
    const read = (file: string) => strFromU8(files[file] as Uint8Array)
    expect(read('wahlen/1.html')).toMatch(/Leo<.*Leitet einen Chor.*Wählerverzeichnis.*Leo, Musik/s)
    expect(read('abstimmungen/1.html')).toContain(canary)
    for (const file of Object.keys(files).filter((name) => name.endsWith('.html')))
      if (file !== 'index.html') expect(read('index.html')).toContain(`href="${file}"`)
    expect(strFromU8(files['gespraeche/1.html'] as Uint8Array)).toContain(canary)
    await town.does(amina, proposeLeaving, null)
    expect(await town.tries(amina, confirmLeaving, null)).toMatchObject({
      refusal: { reason: 'council_close_needs_second' },
    })
    await town.does(ruben, confirmLeaving, null)
    const texts = await town.platform.database.read
      .selectFrom('contribution')
      .select(['text', 'html'])
      .execute()
    expect(JSON.stringify(texts)).not.toContain(canary)
    expect((await searchReadable(town.ask(leo), canary, { page: 1 })).total).toBe(0)
    expect(await town.tries(leo, openTalk, { title: 'Noch etwas', language: 'de' })).toMatchObject({
      refusal: { reason: 'council_closed' },
    })
    expect((await getPublicStatement(town.ask(), 1)).versions).toHaveLength(2)
  })
})
