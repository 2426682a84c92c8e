import type { Actor } from '#app/domain/actor.ts'
import { confirmCreator, declareCreator } from '#app/domain/bodies/creator.server.ts'
import { contribute } from '#app/domain/conversations/contribute.server.ts'
import { saveContact } from '#app/domain/council/contact.server.ts'
import { appointCouncilModerator } from '#app/domain/council/moderators.server.ts'
import { objectInRegister, refuseCreator } from '#app/domain/council/register.server.ts'
import { publishStatement, withdrawStatement, writeStatement } from '#app/domain/council/statement.server.ts'
import { openTalk } from '#app/domain/council/talk.server.ts'
import { handIn } from '#app/domain/elections/candidature.server.ts'
import { announceElection, beginElection, saveStep } from '#app/domain/elections/election.server.ts'
import { fileReport } from '#app/domain/moderation/report.server.ts'
import type { Site } from '#tests/site.ts'
import type { Attacks, HostileRoom } from './room.ts'

const seat = { seat: { body: 'sprecherrat', function: 'speaker' } } as const

/** The Council's own space behind its door, and what of it the town sees. */
export const council: HostileRoom = {
  name: 'council',
  async write(site, attacks) {
    const speaker = await site.person(attacks.line(60), seat)
    const [creator, refused] = [await site.person(attacks.line(60)), await site.person(attacks.line(60))]
    for (const person of [speaker, creator, refused])
      await site.does(person, declareCreator, { branch: attacks.line(60), does: attacks.line(190) })
    const other = await site.person(attacks.line(60), seat)
    for (const { accountId } of [speaker, creator])
      await site.does(other, confirmCreator, { accountId: accountId ?? '' })
    const gone = { accountId: refused.accountId ?? '' }
    await site.does(speaker, refuseCreator, { ...gone, reason: attacks.line(190) })
    await site.does(refused, objectInRegister, { ...gone, text: attacks.text(900) })
    await site.does(speaker, appointCouncilModerator, { accountId: speaker.accountId ?? '' })
    await site.does(speaker, saveContact, {
      name: attacks.line(100),
      address: attacks.text(400),
      mail: 'rat@beispiel.example',
      note: attacks.text(900),
    })
    const inside = '/sprecherrat/intern'
    const pages = [inside, '/sprecherrat', '/sprecherrat/kulturschaffende', '/sprecherrat/stellungnahmen']
    for (const one of [
      'stellungnahmen',
      'einwaende',
      'verantwortlich',
      'zugriffe',
      'wer-moderiert',
      'moderation',
    ])
      pages.push(`${inside}/${one}`)
    pages.push(await talk(site, attacks, speaker))
    pages.push(...(await statements(site, attacks, speaker)), ...(await election(site, attacks, speaker)))
    return { as: speaker, pages, files: [] }
  },
}

async function talk(site: Site, attacks: Attacks, speaker: Actor): Promise<string> {
  const { number, conversationId } = await site.does(speaker, openTalk, {
    title: attacks.line(100),
    language: 'de',
  })
  const said = { conversationId, parentId: null, language: 'de', official: false } as const
  for (const move of ['question', 'proposal'] as const)
    await site.does(speaker, contribute, { ...said, move, text: attacks.text() })
  const page = `/sprecherrat/intern/gespraeche/${number}`
  await site.does(speaker, fileReport, {
    address: page,
    rule: '2',
    reason: attacks.text(900),
    name: null,
    mail: null,
    goodFaith: true,
    video: null,
    language: 'de',
  })
  return page
}

async function statements(site: Site, attacks: Attacks, speaker: Actor): Promise<readonly string[]> {
  const pages: string[] = []
  for (const withdrawn of [false, true]) {
    const words = { title: attacks.line(120), text: attacks.text(), note: attacks.line(190), language: 'de' }
    const { statementId } = await site.does(speaker, writeStatement, {
      ...words,
      statementId: null,
      version: 0,
    })
    const { number } = await site.does(speaker, publishStatement, { statementId, version: 1 })
    if (withdrawn) await site.does(speaker, withdrawStatement, { statementId, reason: attacks.line(190) })
    pages.push(`/sprecherrat/stellungnahmen/${number}`, `/sprecherrat/intern/stellungnahmen/${statementId}`)
  }
  return pages
}

async function election(site: Site, attacks: Attacks, speaker: Actor): Promise<readonly string[]> {
  const day = (days: number) => new Date(Date.parse(site.now) + days * 86_400_000).toISOString().slice(0, 10)
  const branch = attacks.line(60)
  const { number } = await site.does(speaker, beginElection, null)
  await site.does(speaker, saveStep, {
    number,
    answers: {
      title: attacks.line(100),
      about: attacks.text(900),
      electorate: 'creators',
      minimumAge: '16',
      cutOffOn: day(4),
      candidatesUntil: day(5),
      opensOn: day(7),
      opensHour: 8,
      closesOn: day(11),
      closesHour: 18,
      objectionDays: 7,
      seats: 2,
      branches: [{ name: branch, minimum: 0 }],
      method: 'multiple-choice',
      votes: 2,
      runOff: 'lot',
      runOffDays: 7,
      paper: 'yes',
      termFrom: day(30),
      termMonths: 24,
    },
  })
  await site.does(speaker, announceElection, { number })
  const written = { does: attacks.line(190), wants: attacks.text(400), time: attacks.line(60) }
  await site.does(speaker, handIn, { number, branch, ...written })
  const page = `/sprecherrat/wahlen/${number}`
  return ['/sprecherrat/wahlen', page, `${page}/kandidieren`, `${page}/verzeichnis`, `${page}/leiten`]
}
