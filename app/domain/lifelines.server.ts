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
