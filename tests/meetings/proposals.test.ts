// Who may put what on the agenda: proposed by those the rules name, taken up or declined with a reason, and told.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { guest } from '#app/domain/actor.ts'
import { agendaOf } from '#app/domain/meetings/items.server.ts'
import { cancelMeeting, getMeeting } from '#app/domain/meetings/meeting.server.ts'
import {
  decideProposal,
  listProposals,
  proposeItem,
  withdrawProposal,
} from '#app/domain/meetings/proposals.server.ts'
import { changeRules } from '#app/domain/meetings/rules.server.ts'
import { defaultRules } from '#app/domain/meetings/rules-of-procedure.ts'
import { eraseAccount } from '#app/domain/people/erase.server.ts'
import { doJobs } from '#server/jobs.ts'
import { databases } from '#tests/databases.ts'
import { ideaRow, postedBy } from '#tests/ideas/people.ts'
import { openTestTown, type TestTown } from '#tests/platform.ts'
import { planned, setTable, type Table } from './table.ts'

describe.each(databases)('proposals for an agenda on $name', (database) => {
  let town: TestTown
  let table: Table
  let meetingId = ''
  beforeAll(async () => {
    town = await openTestTown(database)
    table = await setTable(town)
    meetingId = (await planned(town, table.chair)).id
  })
  afterAll(() => town.close())

  const refused = async (outcome: Promise<{ ok: boolean }>) =>
    ((await outcome) as { refusal?: { reason: string } }).refusal?.reason ?? 'done'
  const meeting = () => getMeeting(town.platform.database.read, meetingId)
  const proposal = {
    title: 'Bühne im Gethmannschen Garten',
    text: 'Dort fehlt *Strom*.',
    goals: ['1.3'],
    noGoalReason: '',
    idea: null,
    broughtBy: 'Bürgerin oder Bürger',
  }
  const propose = (
    by = table.citizen,
    more: Partial<Omit<typeof proposal, 'idea'>> & { idea?: number } = {},
  ) => town.tries(by, proposeItem, { ...proposal, meetingId, ...more })
  const idOf = (outcome: Awaited<ReturnType<typeof propose>>) => (outcome.ok ? outcome.value.proposalId : '')
  const told = async (kind: string) => {
    while (await doJobs(town.platform)) {}
    const rows = await town.platform.database.read
      .selectFrom('notice')
      .select('accountId')
      .where('kind', '=', kind)
      .execute()
    return rows.map(({ accountId }) => accountId).sort()
  }

  test('everybody with an account may propose where the rules say so; a guest never, and no goal asks for a reason', async () => {
    expect(await refused(propose(guest))).toBe('sign_in_first')
    expect(await refused(propose(table.citizen, { goals: [] }))).toBe('item_needs_goal')
    expect(await refused(propose())).toBe('done')
    expect(await told('agenda-proposed')).toEqual(
      [table.chair, table.deputy, table.taker].map(({ accountId }) => accountId).sort(),
    )
  })

  test('its author and those who prepare the meeting see it, nobody else', async () => {
    const seen = async (as = table.citizen) => (await listProposals(town.ask(as), await meeting())).length
    expect([await seen(), await seen(table.chair), await seen(table.operator), await seen(guest)]).toEqual([
      1, 1, 0, 0,
    ])
  })

  test('taken up, it is an item that names a function and no citizen; declined, it asks for a reason', async () => {
    const [first] = await listProposals(town.ask(table.chair), await meeting())
    const decide = (by = table.taker, decision: 'accepted' | 'declined' = 'accepted', reply = '') =>
      town.tries(by, decideProposal, { proposalId: first?.id ?? '', decision, reply })
    expect(await refused(decide(table.members[0]))).toBe('not_allowed')
    expect(await refused(decide(table.taker, 'declined'))).toBe('decline_needs_reason')
    expect(await refused(decide())).toBe('done')
    expect(await refused(decide())).toBe('already_decided')
    const [item] = await agendaOf(town.platform.database.read, meetingId)
    expect(item).toMatchObject({
      title: 'Bühne im Gethmannschen Garten',
      broughtBy: 'Bürgerin oder Bürger',
      audience: 'public',
    })
    expect(item?.html).toContain('<em>Strom</em>')

    const other = idOf(await propose(table.citizen, { title: 'Etwas anderes' }))
    const no = { proposalId: other, decision: 'declined', reply: 'Das steht schon im Juni an.' } as const
    await town.does(table.chair, decideProposal, no)
    expect(
      (await listProposals(town.ask(table.citizen), await meeting())).map((one) => one.decision),
    ).toEqual(['accepted', 'declined'])
    expect(await told('proposal-decided')).toEqual([table.citizen.accountId, table.citizen.accountId])
  })

  test('an idea that is proposed is linked when it is taken up, and is proposed only once', async () => {
    const idea = await postedBy(town, table.citizen, 'Lesebank am Markt')
    const id = idOf(await propose(table.citizen, { idea: idea.number, goals: [] }))
    await town.does(table.chair, decideProposal, { proposalId: id, decision: 'accepted', reply: '' })
    expect((await ideaRow(town, idea.id)).agendaItemId).not.toBeNull()
    expect(await refused(propose(table.citizen, { idea: idea.number }))).toBe('idea_on_agenda')
    expect(await refused(propose(table.citizen, { idea: 99_999 }))).toBe('not_found')
  })

  test('one that nobody has decided on is taken back by its author, and goes with the account', async () => {
    const id = idOf(await propose())
    expect(await refused(town.tries(table.members[0], withdrawProposal, { proposalId: id }))).toBe(
      'not_found',
    )
    await town.does(table.citizen, withdrawProposal, { proposalId: id })
    const passing = await town.person('Passant')
    await propose(passing)
    await town.does(passing, eraseAccount, { texts: 'leave' })
    expect((await listProposals(town.ask(table.chair), await meeting())).every((one) => one.decision)).toBe(
      true,
    )
  })

  test('the rules narrow it down to members, or to members and the Council', async () => {
    const rule = async (proposers: 'members' | 'members-and-council', version: number) =>
      town.does(table.chair, changeRules, {
        body: 'runder-tisch',
        rules: { ...defaultRules, proposers },
        version,
      })
    await rule('members', 0)
    expect(await refused(propose())).toBe('propose_members_only')
    expect(await refused(propose(table.members[1]))).toBe('done')
    await rule('members-and-council', 1)
    expect(await refused(propose())).toBe('propose_council_only')
    await town.does(table.chair, cancelMeeting, { meetingId, reason: 'Die Halle ist gesperrt.' })
    expect(await refused(propose(table.members[1]))).toBe('meeting_cancelled')
  })
})
