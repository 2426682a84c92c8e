// What those who were there find wrong in the minutes: corrections before the signatures, objections after them.
import { may } from '../policy.ts'
import type { Ask } from '../query.server.ts'
import { refuse } from '../refusal.ts'
import type { Work } from '../run.server.ts'
import { type BodyMeeting, getMeeting, meetingSubject } from './meeting.server.ts'
import { getMinutes, saveMinutes } from './minutes.server.ts'
import { checkCorrectable } from './minutes.ts'

/** Marks a sentence and proposes another; after the signatures it is an objection for the next meeting. */
export async function proposeCorrection(
  work: Work,
  input: { readonly meetingId: string; readonly sentence: string; readonly proposed: string },
): Promise<{ correctionId: string }> {
  const meeting = await getMeeting(work.tx, input.meetingId)
  work.require('minutes.correct', meetingSubject(meeting))
  const minutes = await getMinutes(work, meeting)
  const sentence = minutes.text.sentences.find(({ key }) => key === input.sentence)
  if (!sentence) throw refuse('correction_not_a_sentence')
  const signed = minutes.state !== 'checked'
  if (!signed) checkCorrectable(minutes, work.now)
  const id = work.newId()
  await work.tx
    .insertInto('correction')
    .values({
      id,
      meetingId: meeting.id,
      kind: signed ? 'objection' : 'correction',
      sentence: sentence.key,
      before: sentence.text,
      proposed: input.proposed,
      byId: work.actor.accountId,
      at: work.now,
      decision: null,
      decidedAt: null,
      reply: '',
    })
    .execute()
  await work.record({ type: 'minutes.corrected', meetingId: meeting.id, correctionId: id })
  return { correctionId: id }
}

/** Taken up word by word, or not, with a reason. */
export async function decideCorrection(
  work: Work,
  input: {
    readonly correctionId: string
    readonly decision: 'taken' | 'not-taken'
    readonly reply: string
  },
): Promise<void> {
  const row = await work.tx
    .selectFrom('correction')
    .selectAll()
    .where('id', '=', input.correctionId)
    .executeTakeFirst()
  if (!row) throw refuse('not_found')
  const meeting = await getMeeting(work.tx, row.meetingId)
  work.require('minutes.sign', meetingSubject(meeting))
  if (row.decision !== null) throw refuse('already_decided')
  const minutes = await getMinutes(work, meeting)
  if (input.decision === 'taken') {
    if (minutes.state !== 'checked' || minutes.hash !== null) throw refuse('minutes_signed')
    const sentences = minutes.text.sentences.map((one) =>
      one.key === row.sentence ? { ...one, text: row.proposed } : one,
    )
    await saveMinutes(work, { ...minutes, text: { ...minutes.text, sentences } })
  }
  await work.tx
    .updateTable('correction')
    .set({ decision: input.decision, reply: input.reply, decidedAt: work.now })
    .where('id', '=', row.id)
    .execute()
  await work.record({ type: 'minutes.correction-decided', meetingId: meeting.id, correctionId: row.id })
}

export interface ReadCorrection {
  readonly id: string
  readonly kind: 'correction' | 'objection'
  readonly sentence: string
  readonly before: string
  readonly proposed: string
  readonly by: string | null
  readonly at: string
  readonly decision: 'taken' | 'not-taken' | null
  readonly reply: string
}

/** For those inside: what was proposed and what became of it. */
export async function listCorrections(ask: Ask, meeting: BodyMeeting): Promise<readonly ReadCorrection[]> {
  if (!may(ask.actor, 'minutes.correct', meetingSubject(meeting))) return []
  const rows = await ask.db
    .selectFrom('correction')
    .leftJoin('account', 'account.id', 'correction.byId')
    .selectAll('correction')
    .select(['account.name', 'account.erasedAt'])
    .where('meetingId', '=', meeting.id)
    .orderBy('correction.at')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    kind: row.kind as ReadCorrection['kind'],
    sentence: row.sentence,
    before: row.before,
    proposed: row.proposed,
    by: row.erasedAt === null ? row.name : null,
    at: row.at,
    decision: row.decision as ReadCorrection['decision'],
    reply: row.reply,
  }))
}
