// Where a notice about a standard leads: the clause, the amendment, the workshop, the list of declarations.
import type { Kysely } from 'kysely'
import type { Tables } from '#db/tables.ts'
import { may } from '../policy.ts'
import type { Ask } from '../query.server.ts'
import { clauseNumber } from './clause.ts'
import type { StandardEvent } from './notices.ts'
import { standardSubject } from './standard.server.ts'

export interface NoticePlace {
  readonly to: string
  /** 'Ä7', '3.2', or the title of the standard. */
  readonly name: string
}

/** 'amendment:0198…': what a notice about this event is about. */
export function noticeSubject(event: StandardEvent): string {
  if ('amendmentId' in event) return `amendment:${event.amendmentId}`
  if ('clauseId' in event) return `clause:${event.clauseId}`
  if ('taskId' in event) return `sectionTask:${event.taskId}`
  if ('declarationId' in event) return `declaration:${event.declarationId}`
  return `standard:${event.standardId}`
}

export async function noticePlace(db: Kysely<Tables>, event: StandardEvent): Promise<NoticePlace | null> {
  return (await placeOfSubject(db, noticeSubject(event)))?.place ?? null
}

/** For the list of news: null where it is gone, or no longer theirs to read; undefined for other things. */
export async function readablePlace(ask: Ask, subject: string): Promise<NoticePlace | null | undefined> {
  const kind = subject.split(':')[0] ?? ''
  if (!['amendment', 'clause', 'sectionTask', 'declaration', 'standard'].includes(kind)) return undefined
  const found = await placeOfSubject(ask.db, subject)
  if (!found) return null
  const action = kind === 'sectionTask' ? 'standard.draft' : 'standard.read'
  return may(ask.actor, action, standardSubject(found.standard)) ? found.place : null
}

async function placeOfSubject(db: Kysely<Tables>, subject: string) {
  const [kind = '', id = ''] = subject.split(':')
  const thing = await thingOf(db, kind, id)
  if (!thing) return null
  const standard = await db
    .selectFrom('standard')
    .select(['id', 'slug', 'title', 'publishedAt', 'bodySlug'])
    .where('id', '=', thing.standardId)
    .executeTakeFirst()
  if (!standard) return null
  const place: NoticePlace = {
    to: `/standards/${standard.slug}${thing.path}`,
    name: thing.name ?? standard.title,
  }
  return { standard, place }
}

interface Thing {
  readonly standardId: string
  readonly path: string
  readonly name: string | null
}

async function thingOf(db: Kysely<Tables>, kind: string, id: string): Promise<Thing | null> {
  switch (kind) {
    case 'standard':
      return { standardId: id, path: '', name: null }
    case 'amendment': {
      const row = await db
        .selectFrom('amendment')
        .select(['standardId', 'number'])
        .where('id', '=', id)
        .executeTakeFirst()
      return row
        ? { standardId: row.standardId, path: `/aenderungen/${row.number}`, name: `Ä${row.number}` }
        : null
    }
    case 'clause': {
      const row = await db
        .selectFrom('clause')
        .innerJoin('section', 'section.id', 'clause.sectionId')
        .select(['clause.standardId', 'clause.place', 'section.place as section'])
        .where('clause.id', '=', id)
        .executeTakeFirst()
      if (!row) return null
      const name = clauseNumber(row.section, row)
      return { standardId: row.standardId, path: `/absatz/${name ?? id}`, name }
    }
    case 'sectionTask': {
      const row = await db
        .selectFrom('sectionTask')
        .innerJoin('section', 'section.id', 'sectionTask.sectionId')
        .select(['section.standardId', 'section.place', 'section.title'])
        .where('sectionTask.id', '=', id)
        .executeTakeFirst()
      return row
        ? { standardId: row.standardId, path: `/werkstatt/${row.place}`, name: `${row.place} ${row.title}` }
        : null
    }
    case 'declaration': {
      const row = await db
        .selectFrom('declaration')
        .select(['standardId', 'organisation'])
        .where('id', '=', id)
        .executeTakeFirst()
      return row ? { standardId: row.standardId, path: '/wir-arbeiten-danach', name: row.organisation } : null
    }
    default:
      return null
  }
}
