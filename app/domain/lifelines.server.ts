// Writes a hop beside the deed that makes it, in the same transaction, and reads the whole line back.
import type { LifelineKind, LifelineStep, LifelineSubject } from './lifelines.ts'
import type { Ask } from './query.server.ts'
import type { Work } from './run.server.ts'

export async function addLifelineStep(
  work: Work,
  subject: LifelineSubject,
  kind: LifelineKind,
  more: Partial<Pick<LifelineStep, 'byFunction' | 'link' | 'note'>> = {},
): Promise<void> {
  await work.tx
    .insertInto('lifelineStep')
    .values({
      id: work.newId(),
      subject,
      kind,
      at: work.now,
      byFunction: more.byFunction ?? null,
      link: more.link ?? null,
      note: more.note ?? null,
    })
    .execute()
}

/** Every hop in its order. Whoever may read the thing may read its line: ask for the thing first. */
export async function lifelineOf(
  ask: Pick<Ask, 'db'>,
  subject: LifelineSubject,
): Promise<readonly LifelineStep[]> {
  const rows = await ask.db
    .selectFrom('lifelineStep')
    .select(['kind', 'at', 'byFunction', 'link', 'note'])
    .where('subject', '=', subject)
    .orderBy('at')
    .orderBy('id')
    .execute()
  return rows.map((row) => ({ ...row, kind: row.kind as LifelineKind }))
}

/** The lines of several things at once; one that has no hop has no line. */
export async function lifelinesOf(
  ask: Pick<Ask, 'db'>,
  subjects: readonly LifelineSubject[],
): Promise<ReadonlyMap<string, readonly LifelineStep[]>> {
  const lines = new Map<string, LifelineStep[]>()
  if (subjects.length === 0) return lines
  const rows = await ask.db
    .selectFrom('lifelineStep')
    .select(['subject', 'kind', 'at', 'byFunction', 'link', 'note'])
    .where('subject', 'in', [...new Set(subjects)])
    .orderBy('at')
    .orderBy('id')
    .execute()
  for (const { subject, ...row } of rows) {
    lines.set(subject, [...(lines.get(subject) ?? []), { ...row, kind: row.kind as LifelineKind }])
  }
  return lines
}
