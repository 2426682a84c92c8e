// Finds the people around an event: read when it is followed up, so that a right taken away meanwhile counts.
import type { Kysely } from 'kysely'
import type { Tables } from '#db/tables.ts'
import { findMatterOf } from '../conversations/subject.server.ts'
import { electionPeople } from '../elections/concerned.server.ts'
import type { Event } from '../events.ts'
import { meetingPeople } from '../meetings/concerned.server.ts'
import { findActor } from '../people/actor.server.ts'
import { may } from '../policy.ts'
import { pollSetter, pollVoters } from '../polls/concerned.server.ts'
import type { Work } from '../run.server.ts'
import { standardConcerned } from '../standards/concerned.server.ts'
import { isStandardEvent } from '../standards/notices.ts'
import { type Concerned, nobody } from './notice.ts'

export async function findConcerned(work: Work, event: Event): Promise<Concerned> {
  const db = work.tx
  switch (event.type) {
    case 'idea.received': {
      const idea = await ideaOf(db, event.ideaId)
      return idea?.state === 'waiting'
        ? { ...nobody, moderators: await holders(work, 'moderator', 'town') }
        : nobody
    }
    case 'idea.answer-reminded': {
      const idea = await ideaOf(db, event.ideaId)
      return {
        ...nobody,
        responsible: idea?.responsible ? await holders(work, 'responsible', idea.responsible) : [],
      }
    }
    case 'idea.answered':
    case 'idea.answer-extended':
    case 'idea.done':
    case 'idea.merged':
    case 'idea.split':
    case 'idea.withdrawn':
    case 'agenda.idea-put':
    case 'agenda.idea-taken-off': {
      const idea = await ideaOf(db, event.ideaId)
      return {
        ...nobody,
        author: idea?.authorId ?? null,
        supporters: await supportersOf(db, event.ideaId),
        followers: await followersOf(db, `idea:${event.ideaId}`),
      }
    }
    case 'contribution.posted': {
      const posted = await db
        .selectFrom('contribution')
        .leftJoin('contribution as parent', 'parent.id', 'contribution.parentId')
        .select(['contribution.hiddenAt', 'contribution.deletedAt', 'parent.authorId as parentAuthor'])
        .where('contribution.id', '=', event.contributionId)
        .executeTakeFirst()
      if (!posted || posted.hiddenAt !== null || posted.deletedAt !== null) return nobody
      const mentions = await db
        .selectFrom('mention')
        .select('accountId')
        .where('contributionId', '=', event.contributionId)
        .execute()
      const mayHear = await readersAmong(work, event.conversationId)
      return {
        ...nobody,
        parentAuthor: (await mayHear([posted.parentAuthor]))[0] ?? null,
        mentioned: await mayHear(mentions.map((mention) => mention.accountId)),
        followers: await mayHear(await followersOf(db, event.subject)),
      }
    }
    case 'idea.refused':
    case 'idea.hidden':
    case 'idea.restored':
    case 'contribution.hidden':
    case 'contribution.restored':
    case 'appeal.decided': {
      const measure = await db
        .selectFrom('measure')
        .select('affectedId')
        .where('id', '=', event.measureId)
        .executeTakeFirst()
      return { ...nobody, affected: measure?.affectedId ?? null }
    }
    case 'poll.opened':
    case 'poll.reminded':
    case 'poll.counted':
    case 'poll.lot-drawn':
    case 'poll.invalidated':
      return { ...nobody, voters: await pollVoters(work, event) }
    case 'election.announced':
    case 'election.roll-closed':
    case 'election.prepared':
    case 'election.run-off':
    case 'election.settled':
    case 'election.objected':
    case 'election.objection-decided':
    case 'election.invalidated':
    case 'election.terms-begun':
    case 'election.seat-left':
    case 'election.seat-filled': {
      const {
        voters = [],
        deciders = [],
        objector,
        affected,
        seated = [],
      } = await electionPeople(work, event)
      return {
        ...nobody,
        ...{ voters, moderators: deciders, seated },
        author: objector ?? null,
        affected: affected ?? null,
      }
    }
    case 'poll.review-due':
      return { ...nobody, author: await pollSetter(work, event.pollId) }
    case 'account.paused':
      return { ...nobody, affected: event.accountId }
    case 'report.filed': {
      const report = await db
        .selectFrom('report')
        .select('space')
        .where('id', '=', event.reportId)
        .executeTakeFirst()
      return { ...nobody, moderators: await holders(work, 'moderator', report?.space ?? 'town') }
    }
    case 'measure.appealed': {
      const measure = await db
        .selectFrom('measure')
        .select('space')
        .where('id', '=', event.measureId)
        .executeTakeFirst()
      return { ...nobody, moderators: await holders(work, 'moderator', measure?.space ?? 'town') }
    }
    case 'meeting.invited':
    case 'meeting.changed':
    case 'meeting.cancelled':
    case 'minutes.checked':
    case 'minutes.published':
      return {
        ...nobody,
        ...(await meetingPeople(work, event)),
        followers: await followersOf(db, `meeting:${event.meetingId}`),
      }
    case 'question.answered':
    case 'agenda.proposed':
    case 'agenda.proposal-decided':
    case 'resolution.review-due':
    case 'meeting-task.given':
    case 'meeting-task.reminded':
      return { ...nobody, ...(await meetingPeople(work, event)) }
    default:
      return isStandardEvent(event) ? standardConcerned(work, event) : nobody
  }
}

/** In the town everybody may read; elsewhere each one is asked for at this moment, since rights end. */
async function readersAmong(work: Work, conversationId: string) {
  const { subject } = await findMatterOf(work.tx, conversationId)
  return async (people: readonly (string | null)[]): Promise<readonly string[]> => {
    const readers: string[] = []
    for (const accountId of people) {
      if (accountId === null) continue
      const actor = subject.space === 'town' ? null : await findActor(work.tx, accountId, work.now)
      if (subject.space === 'town' || (actor && may(actor, 'conversation.read', subject)))
        readers.push(accountId)
    }
    return readers
  }
}

async function ideaOf(db: Kysely<Tables>, id: string) {
  return db
    .selectFrom('idea')
    .select(['state', 'authorId', 'responsible'])
    .where('id', '=', id)
    .executeTakeFirst()
}

async function supportersOf(db: Kysely<Tables>, ideaId: string): Promise<readonly string[]> {
  const rows = await db.selectFrom('support').select('accountId').where('ideaId', '=', ideaId).execute()
  return rows.map((row) => row.accountId)
}

async function followersOf(db: Kysely<Tables>, subject: string): Promise<readonly string[]> {
  const rows = await db.selectFrom('follow').select('accountId').where('subject', '=', subject).execute()
  return rows.map((row) => row.accountId)
}

/** Who holds a right at this moment: terms that have not begun or are over do not count. */
async function holders(work: Work, role: string, scope: string): Promise<readonly string[]> {
  const rows = await work.tx
    .selectFrom('appointment')
    .select('accountId')
    .distinct()
    .where('role', '=', role)
    .where('scope', '=', scope)
    .where('fromAt', '<=', work.now)
    .where((eb) => eb.or([eb('untilAt', 'is', null), eb('untilAt', '>', work.now)]))
    .execute()
  return rows.map((row) => row.accountId)
}
