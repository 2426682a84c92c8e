// An author's second thoughts: change a contribution, or take it back.
import { refuse } from '../refusal.ts'
import { prepared, type Work } from '../run.server.ts'
import { getContribution, getConversation, namesOf, saveContribution } from './contribution.server.ts'
import { type Contribution, edit, isFreeEdit, takeBack } from './contribution.ts'
import { setMentions } from './mentions.server.ts'
import { findMatter, subjectIn } from './subject.server.ts'

export const editContribution = prepared(
  async (platform, input: { contributionId: string; text: string; version: number }) => ({
    ...input,
    ...(await platform.render(input.text)),
  }),
  async (work: Work, input): Promise<Pick<Contribution, 'publicNumber'>> => {
    const { contribution, conversation, matter, subject } = await fetch(work, input.contributionId)
    work.require('contribution.edit', subject)
    if (conversation.state === 'closed') throw refuse('conversation_closed')
    if (contribution.version !== input.version) throw refuse('somebody_was_faster')
    const minutes = work.platform.town.rules.editMinutes
    const { text, html, sanitiser } = input
    const edited = edit(contribution, { text, html, sanitiser }, work.now, minutes)
    if (contribution.text === text) return edited
    if (!isFreeEdit(contribution, work.now, minutes)) await keepVersion(work, contribution)
    await saveContribution(work, edited)
    await setMentions(work, contribution.id, text)
    await work.record({ type: 'contribution.edited', ...namesOf(contribution, matter) })
    return edited
  },
)

/** The words go for good, with every earlier version of them; number, place and replies stay. */
export async function deleteContribution(work: Work, input: { contributionId: string }): Promise<void> {
  const { contribution, matter, subject } = await fetch(work, input.contributionId)
  work.require('contribution.delete', subject)
  await saveContribution(work, takeBack(contribution, work.now))
  for (const table of ['contributionVersion', 'mention', 'reaction'] as const) {
    await work.tx.deleteFrom(table).where('contributionId', '=', contribution.id).execute()
  }
  await work.record({ type: 'contribution.deleted', ...namesOf(contribution, matter) })
}

async function fetch(work: Work, contributionId: string) {
  const contribution = await getContribution(work.tx, contributionId)
  const conversation = await getConversation(work.tx, contribution.conversationId)
  const matter = await findMatter(work.tx, conversation)
  return { contribution, conversation, matter, subject: subjectIn(matter.subject, contribution) }
}

async function keepVersion(work: Work, contribution: Contribution): Promise<void> {
  const latest = await work.tx
    .selectFrom('contributionVersion')
    .select((eb) => eb.fn.max('number').as('number'))
    .where('contributionId', '=', contribution.id)
    .executeTakeFirst()
  await work.tx
    .insertInto('contributionVersion')
    .values({
      contributionId: contribution.id,
      number: Number(latest?.number ?? 0) + 1,
      text: contribution.text,
      html: contribution.html,
      at: contribution.editedAt ?? contribution.postedAt,
    })
    .execute()
}
