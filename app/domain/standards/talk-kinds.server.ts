// Clauses and amendments as things people talk about: as public as their standard.
import { expressionBuilder } from 'kysely'
import type { Tables } from '#db/tables.ts'
import type { Actor } from '../actor.ts'
import type { SubjectKindRoom } from '../conversations/kinds.server.ts'
import { may, town } from '../policy.ts'
import { clauseNumber } from './clause.ts'

const clauseTalks = () =>
  expressionBuilder<Tables, never>()
    .selectFrom('clause')
    .innerJoin('standard', 'standard.id', 'clause.standardId')
    .select('clause.conversationId as id')

const amendmentTalks = () =>
  expressionBuilder<Tables, never>()
    .selectFrom('amendment')
    .innerJoin('standard', 'standard.id', 'amendment.standardId')
    .select('amendment.conversationId as id')

/** The comment stays with the clause: its address is its number while it stands, its id afterwards. */
export const clauseKind: SubjectKindRoom = {
  async find(db, id) {
    const row = await db
      .selectFrom('clause')
      .innerJoin('section', 'section.id', 'clause.sectionId')
      .innerJoin('standard', 'standard.id', 'clause.standardId')
      .select(['clause.id', 'clause.place', 'section.place as section'])
      .select(['standard.slug', 'standard.title', 'standard.publishedAt', 'standard.withdrawnAt'])
      .where('clause.id', '=', id)
      .executeTakeFirst()
    if (!row) return null
    const number = clauseNumber(row.section, row)
    return {
      public: row.publishedAt !== null,
      space: 'town',
      topic: `clause:${row.id}`,
      open: row.withdrawnAt === null,
      address: `/standards/${row.slug}/absatz/${number ?? row.id}`,
      title: number === null ? row.title : `${row.title}, ${number}`,
      language: 'de',
      number: null,
    }
  },
  open: () => clauseTalks().where('standard.publishedAt', 'is not', null),
  moderated: (actor: Actor) => (may(actor, 'moderation.read', town) ? clauseTalks() : null),
  shut: () => null,
}

export const amendmentKind: SubjectKindRoom = {
  async find(db, id) {
    const row = await db
      .selectFrom('amendment')
      .innerJoin('standard', 'standard.id', 'amendment.standardId')
      .select(['amendment.id', 'amendment.number'])
      .select(['standard.slug', 'standard.title', 'standard.publishedAt', 'standard.withdrawnAt'])
      .where('amendment.id', '=', id)
      .executeTakeFirst()
    if (!row) return null
    return {
      public: row.publishedAt !== null,
      space: 'town',
      topic: `amendment:${row.id}`,
      open: row.withdrawnAt === null,
      address: `/standards/${row.slug}/aenderungen/${row.number}`,
      title: `Ä${row.number}, ${row.title}`,
      language: 'de',
      number: null,
    }
  },
  open: () => amendmentTalks().where('standard.publishedAt', 'is not', null),
  moderated: (actor: Actor) => (may(actor, 'moderation.read', town) ? amendmentTalks() : null),
  shut: () => null,
}
