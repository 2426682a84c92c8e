// Adopts sections by a vote of the Round Table: their clauses, a version of the whole text, and its hash.
import { fromJson, toJson } from '#db/columns.ts'
import { addLifelineStep } from '../lifelines.server.ts'
import type { Platform } from '../platform.ts'
import type { Ask } from '../query.server.ts'
import { refuse } from '../refusal.ts'
import { prepared, type Work } from '../run.server.ts'
import { listStanding, saveClause } from './clause.server.ts'
import { adopt } from './clause.ts'
import { planStandardReview } from './planned.server.ts'
import { type PrintedSection, printStandard } from './printed.ts'
import { getStandard, saveStandard, standardSubject } from './standard.server.ts'

export interface Adoption {
  readonly standardId: string
  readonly sectionIds: readonly string[]
  /** The result as it was read out. */
  readonly decision: string
  /** Where it can be read: the meeting's item. */
  readonly link: string | null
  /** The day on which the standard is looked at again; null leaves it as it is. */
  readonly reviewOn: string | null
}

type PreparedAdoption = Adoption & {
  readonly text: string
  readonly hash: string
  readonly versionId: string
}

export interface StandardVersion {
  readonly id: string
  readonly number: number
  readonly at: string
  readonly decision: string | null
  readonly link: string | null
  readonly sections: readonly PrintedSection[]
  readonly hash: string
}

/** Refuses with `somebody_was_faster` where the text changed between its hash and the vote's entry. */
export async function prepareAdoption(platform: Platform, input: Adoption): Promise<PreparedAdoption> {
  const ask = { db: platform.database.read }
  const standard = await getStandard(ask.db, input.standardId)
  const sections = await readPrinted(ask, standard.id)
  const text = printStandard(standard.title, sections)
  return { ...input, text, hash: platform.digest(text), versionId: platform.newId() }
}

export async function adoptNow(
  work: Work,
  { text, hash, versionId, ...input }: PreparedAdoption,
): Promise<{ versionId: string; hash: string }> {
  const standard = await getStandard(work.tx, input.standardId)
  work.require('standard.adopt', standardSubject(standard))
  const sections = await readPrinted({ db: work.tx }, standard.id)
  if (printStandard(standard.title, sections) !== text) throw refuse('somebody_was_faster')
  for (const sectionId of input.sectionIds) {
    for (const clause of await listStanding(work.tx, sectionId)) {
      if (clause.standardId !== standard.id) throw refuse('not_found')
      await saveClause(work, adopt(clause))
      await addLifelineStep(work, `clause:${clause.id}`, 'clause_adopted', {
        note: input.decision,
        link: input.link,
      })
      // The vote that gave an adopted clause its words stays with them.
      if (clause.stage === 'adopted') continue
      await work.tx
        .updateTable('clauseVersion')
        .set({ decision: input.decision })
        .where('clauseId', '=', clause.id)
        .where('number', '=', clause.version)
        .execute()
    }
  }
  const last = await work.tx
    .selectFrom('standardVersion')
    .select((eb) => eb.fn.max('number').as('number'))
    .where('standardId', '=', standard.id)
    .executeTakeFirst()
  await work.tx
    .insertInto('standardVersion')
    .values({
      id: versionId,
      standardId: standard.id,
      number: Number(last?.number ?? 0) + 1,
      at: work.now,
      decision: input.decision,
      link: input.link,
      content: toJson(sections),
      hash,
    })
    .execute()
  if (input.reviewOn !== null) {
    await saveStandard(work, { ...standard, reviewOn: input.reviewOn })
    await planStandardReview(work, standard.id, input.reviewOn)
  }
  await work.record({ type: 'standard.adopted', standardId: standard.id, versionId })
  return { versionId, hash }
}

export const adoptSections = prepared(prepareAdoption, adoptNow)

/** The whole text of today, section by section, without what was struck. */
export async function readPrinted(
  ask: Pick<Ask, 'db'>,
  standardId: string,
): Promise<readonly PrintedSection[]> {
  const sections = await ask.db
    .selectFrom('section')
    .select(['id', 'place', 'title'])
    .where('standardId', '=', standardId)
    .orderBy('place')
    .execute()
  const clauses = await ask.db
    .selectFrom('clause')
    .select(['id', 'sectionId', 'place', 'text'])
    .where('standardId', '=', standardId)
    .where('struckAt', 'is', null)
    .orderBy('place')
    .execute()
  return sections.map((section) => ({
    place: section.place,
    title: section.title,
    clauses: clauses
      .filter(({ sectionId }) => sectionId === section.id)
      .map(({ id, place, text }) => ({ id, place: place ?? 0, text })),
  }))
}

/** The versions that were adopted, newest first. Ask for the standard first. */
export async function listVersions(
  ask: Pick<Ask, 'db'>,
  standardId: string,
): Promise<readonly StandardVersion[]> {
  const rows = await ask.db
    .selectFrom('standardVersion')
    .selectAll()
    .where('standardId', '=', standardId)
    .orderBy('number', 'desc')
    .execute()
  return rows.map(({ content, standardId: _, ...row }) => ({
    ...row,
    sections: fromJson<readonly PrintedSection[]>(content),
  }))
}
