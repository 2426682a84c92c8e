// Standards with their clauses, amendments and sections, each as public as the standard itself.
import { clauseNumber } from '#app/domain/standards/clause.ts'
import type { RunningPlatform } from '../../platform.ts'

type Db = RunningPlatform['database']['read']
type Handle = (id: string | null) => string | null

const seen = (publishedAt: string | null) => (publishedAt === null ? 'draft' : 'public')

export async function listStandards(db: Db) {
  const rows = await db
    .selectFrom('standard')
    .select(['id', 'slug', 'bodySlug as group', 'publishedAt', 'withdrawnAt', 'startedOn'])
    .orderBy('id')
    .execute()
  return rows.map(({ publishedAt, ...standard }) => ({
    visibility: seen(publishedAt),
    ...standard,
    address: `/standards/${standard.slug}`,
  }))
}

export async function listSections(db: Db) {
  const rows = await db
    .selectFrom('section')
    .innerJoin('standard', 'standard.id', 'section.standardId')
    .select(['section.id', 'section.place', 'standard.slug as standard', 'bodySlug as group', 'publishedAt'])
    .orderBy('section.id')
    .execute()
  return rows.map(({ publishedAt, ...section }) => ({
    visibility: seen(publishedAt),
    ...section,
    address: `/standards/${section.standard}/werkstatt/${section.place}`,
  }))
}

export async function listClauses(db: Db) {
  const rows = await db
    .selectFrom('clause')
    .innerJoin('section', 'section.id', 'clause.sectionId')
    .innerJoin('standard', 'standard.id', 'clause.standardId')
    .select(['clause.id', 'clause.place', 'clause.stage', 'section.place as section'])
    .select(['standard.slug as standard', 'bodySlug as group', 'publishedAt', 'clause.conversationId'])
    .orderBy('clause.id')
    .execute()
  return rows.map(({ publishedAt, place, section, ...clause }) => {
    const number = clauseNumber(section, { place }) ?? clause.id
    return {
      visibility: seen(publishedAt),
      ...clause,
      number,
      address: `/standards/${clause.standard}/absatz/${number}`,
    }
  })
}

export async function listAmendments(db: Db, by: Handle) {
  const rows = await db
    .selectFrom('amendment')
    .innerJoin('standard', 'standard.id', 'amendment.standardId')
    .select(['amendment.id', 'amendment.number', 'amendment.state', 'amendment.authorId'])
    .select(['standard.slug as standard', 'bodySlug as group', 'publishedAt', 'amendment.conversationId'])
    .orderBy('amendment.number')
    .execute()
  return rows.map(({ publishedAt, authorId, ...amendment }) => ({
    visibility: seen(publishedAt),
    ...amendment,
    author: by(authorId),
    address: `/standards/${amendment.standard}/aenderungen/${amendment.number}`,
  }))
}
