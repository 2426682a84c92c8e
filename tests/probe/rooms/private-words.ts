// Private words for columns the story leaves plain: planted as people would write them, or where no form takes a word of
// one's own, straight into the table.
import { guest } from '#app/domain/actor.ts'
import { inviteToSeat } from '#app/domain/bodies/invite.server.ts'
import { fileReport } from '#app/domain/moderation/report.server.ts'
import { run } from '#app/domain/run.server.ts'
import { secretWords } from '../columns.ts'
import type { Furnishing } from '../ready.ts'
import type { Canary, Person, Room } from '../room.ts'

const words = {
  reporter: 'KANARIE-NAME-7715',
  reporterMail: 'kanarie-7716@beispiel.example',
  invited: 'kanarie-7717@beispiel.example',
  district: 'kanarie-ort-7711',
  device: 'KANARIE-GERAET-7713',
  objection: 'KANARIE-WAHLRUEGE-7718',
}
const owner = 'oskar'

const is = (handle: string) => (person: Person) => person.handle === handle
/** The Council's speakers and its own moderators, where they do not work for the town. */
const decidesInCouncil = ({ roles, appointments }: Person) =>
  roles.some((role) => role === 'speaker' || role === 'council-moderator') &&
  !appointments.some(({ role, scope }) => role !== 'moderator' || scope === 'town')

export const privateWords: Room = {
  doors: {},
  furnish,
  canaries: (town): readonly Canary[] => {
    const named = town.rows<{ handle: string }>(
      `select handle from account join "electionObjection" one on account.id in (one."byId", one."accountId")
       where one.text like ?`,
      `%${words.objection}%`,
    )
    return [
      {
        word: words.reporter,
        where: 'name of somebody who reported something',
        // The receipt greets whoever reported.
        reads: ({ handle, roles }) => roles.includes('moderator') || handle === words.reporterMail,
      },
      {
        word: words.reporterMail,
        where: 'mail address of somebody who reported something',
        reads: ({ roles }) => roles.includes('moderator'),
      },
      {
        word: words.invited,
        where: 'mail address of somebody asked onto a seat',
        reads: ({ roles }) => ['operator', 'chair', 'deputy'].some((role) => roles.includes(role)),
      },
      { word: words.district, where: 'district of an account', reads: is(owner) },
      { word: words.device, where: 'device of a session', reads: is(owner) },
      {
        word: words.objection,
        where: 'objection to the roll of an election',
        reads: (person) => decidesInCouncil(person) || named.some(({ handle }) => handle === person.handle),
      },
      ...secretWords(town),
    ]
  },
}

async function furnish({ platform, does, idOf, now }: Furnishing): Promise<void> {
  const filed = await run(platform, guest, fileReport, {
    address: '/ideen/1',
    rule: '1',
    reason: 'Die Probe meldet hier etwas mit genug Wörtern.',
    name: words.reporter,
    mail: words.reporterMail,
    goodFaith: true,
    video: null,
    language: 'de',
  })
  if (!filed.ok) throw new Error(`A guest cannot report: ${filed.refusal.reason}`)
  const seat = { bench: null, function: 'member', untilAt: null } as const
  await does('nadine', inviteToSeat, { body: 'ag-standards', mail: words.invited, ...seat })
  const { write } = platform.database
  const accountId = await idOf(owner)
  await write.updateTable('account').set({ district: words.district }).where('id', '=', accountId).execute()
  const session = {
    id: platform.newId(),
    tokenHash: 'of-no-session-there-is',
    accountId,
    device: words.device,
  }
  const times = {
    createdAt: now(),
    seenAt: now(),
    expiresAt: new Date(Date.parse(now()) + 86_400_000).toISOString(),
  }
  await write
    .insertInto('session')
    .values({ ...session, ...times, endedAt: null })
    .execute()
  const { id } = await write
    .selectFrom('electionObjection')
    .select('id')
    .orderBy('id')
    .executeTakeFirstOrThrow()
  const text = `Mein Brief kam erst spät an, ${words.objection}.`
  await write.updateTable('electionObjection').set({ text }).where('id', '=', id).execute()
}
