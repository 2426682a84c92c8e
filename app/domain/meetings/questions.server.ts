// Questions of citizens to a meeting: asked until noon of the day, supported by others, answered in the meeting or after it.
import type { CitizenQuestionTable } from '#db/tables.ts'
import { may } from '../policy.ts'
import type { Ask } from '../query.server.ts'
import { refuse } from '../refusal.ts'
import type { Work } from '../run.server.ts'
import { dayIn, momentAt } from './clear-days.ts'
import { getItem, itemSubject } from './items.server.ts'
import { type BodyMeeting, getMeeting, meetingSubject } from './meeting.server.ts'
import { checkQuestionTime } from './meeting.ts'
import { functionIn } from './roster.ts'
import { rulesOf } from './rules.server.ts'

/** Until when questions to this meeting can be asked. */
export async function questionsUntil(
  ask: Pick<Ask, 'db' | 'town'>,
  meeting: Pick<BodyMeeting, 'bodyId' | 'startsAt'>,
): Promise<string> {
  const { rules } = await rulesOf(ask.db, meeting.bodyId)
  const { timeZone } = ask.town
  const hour = `${String(rules.questionsUntil).padStart(2, '0')}:00`
  return momentAt(dayIn(meeting.startsAt, timeZone), hour, timeZone)
}

export async function askQuestion(
  work: Work,
  input: { readonly meetingId: string; readonly itemId: string | null; readonly text: string },
): Promise<{ questionId: string }> {
  const meeting = await getMeeting(work.tx, input.meetingId)
  work.require('question.ask', meetingSubject(meeting))
  if (input.itemId !== null) {
    const item = await getItem(work.tx, input.itemId)
    if (item.meetingId !== meeting.id) throw refuse('not_found')
    work.require('agendaItem.read', itemSubject(item, meeting))
    if (item.audience !== 'public') throw refuse('not_found')
  }
  const until = await questionsUntil({ db: work.tx, town: work.platform.town }, meeting)
  checkQuestionTime(meeting, work.now, until)
  const id = work.newId()
  await work.tx
    .insertInto('citizenQuestion')
    .values({
      id,
      meetingId: meeting.id,
      itemId: input.itemId,
      authorId: work.actor.accountId,
      text: input.text,
      at: work.now,
      supportCount: 0,
      answer: null,
      answeredAt: null,
      answeredBy: null,
      version: 1,
    })
    .execute()
  await work.record({ type: 'question.asked', meetingId: meeting.id, questionId: id })
  return { questionId: id }
}

export async function supportQuestion(
  work: Work,
  input: { readonly questionId: string; readonly wish: 'yes' | 'no' },
): Promise<void> {
  const question = await getQuestion(work, input.questionId)
  const meeting = await getMeeting(work.tx, question.meetingId)
  work.require('question.ask', meetingSubject(meeting))
  const accountId = work.actor.accountId ?? ''
  if (question.authorId === accountId) throw refuse('own_question')
  const { id: questionId } = question
  if (input.wish === 'yes') {
    await work.tx
      .insertInto('citizenQuestionSupport')
      .values({ questionId, accountId })
      .onConflict((conflict) => conflict.doNothing())
      .execute()
  } else {
    await work.tx
      .deleteFrom('citizenQuestionSupport')
      .where('questionId', '=', questionId)
      .where('accountId', '=', accountId)
      .execute()
  }
  // Counted one after the other: whoever counts while another has not committed would not see that one's support.
  await work.tx
    .selectFrom('citizenQuestion')
    .select('id')
    .where('id', '=', questionId)
    .$if(work.platform.database.kind === 'postgres', (q) => q.forNoKeyUpdate())
    .executeTakeFirst()
  await work.tx
    .updateTable('citizenQuestion')
    .set((eb) => ({
      supportCount: eb
        .selectFrom('citizenQuestionSupport')
        .select((count) => count.fn.countAll<number>().as('count'))
        .where('citizenQuestionSupport.questionId', '=', questionId),
    }))
    .where('id', '=', questionId)
    .execute()
  await work.record({ type: 'question.supported', meetingId: meeting.id, questionId })
}

export async function answerQuestion(
  work: Work,
  input: { readonly questionId: string; readonly answer: string },
): Promise<void> {
  const question = await getQuestion(work, input.questionId)
  const meeting = await getMeeting(work.tx, question.meetingId)
  work.require('question.answer', meetingSubject(meeting))
  const answered = await work.tx
    .updateTable('citizenQuestion')
    .set({
      answer: input.answer,
      answeredAt: work.now,
      answeredBy: functionIn(work.actor, meeting.body),
      version: question.version + 1,
    })
    .where('id', '=', question.id)
    .where('version', '=', question.version)
    .returning('id')
    .executeTakeFirst()
  if (!answered) throw refuse('somebody_was_faster')
  await work.record({ type: 'question.answered', meetingId: meeting.id, questionId: question.id })
}

export interface AskedQuestion
  extends Pick<
    CitizenQuestionTable,
    'id' | 'itemId' | 'text' | 'at' | 'supportCount' | 'answer' | 'answeredAt'
  > {
  readonly answeredBy: string | null
  /** null: the account is gone. */
  readonly author: string | null
  readonly own: boolean
  readonly supported: boolean
}

/** Most supported first; those to a closed item are not asked in public and do not stand here. */
export async function listQuestions(ask: Ask, meeting: BodyMeeting): Promise<readonly AskedQuestion[]> {
  if (!may(ask.actor, 'meeting.read', meetingSubject(meeting))) throw refuse('not_found')
  const rows = await ask.db
    .selectFrom('citizenQuestion')
    .leftJoin('account', 'account.id', 'citizenQuestion.authorId')
    .leftJoin('agendaItem', 'agendaItem.id', 'citizenQuestion.itemId')
    .selectAll('citizenQuestion')
    .select(['account.name', 'account.erasedAt', 'agendaItem.audience'])
    .where('citizenQuestion.meetingId', '=', meeting.id)
    .orderBy('citizenQuestion.supportCount', 'desc')
    .orderBy('citizenQuestion.at')
    .execute()
  const accountId = ask.actor.accountId
  const supported = new Set(
    accountId === null
      ? []
      : (
          await ask.db
            .selectFrom('citizenQuestionSupport')
            .select('questionId')
            .where('accountId', '=', accountId)
            .execute()
        ).map(({ questionId }) => questionId),
  )
  return rows
    .filter(({ audience }) => audience !== 'inside')
    .map(({ name, erasedAt, audience: _, authorId, version: __, meetingId: ___, ...row }) => ({
      ...row,
      supportCount: Number(row.supportCount),
      author: erasedAt === null ? name : null,
      own: accountId !== null && authorId === accountId,
      supported: supported.has(row.id),
    }))
}

async function getQuestion(work: Work, id: string) {
  const row = await work.tx.selectFrom('citizenQuestion').selectAll().where('id', '=', id).executeTakeFirst()
  if (!row) throw refuse('not_found')
  return row
}
