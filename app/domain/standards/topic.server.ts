// The question of the policy behind each live topic of a standard.
import type { Kysely } from 'kysely'
import type { Tables } from '#db/tables.ts'
import type { Action } from '../policy.ts'
import { type StandardSubject, standardSubject } from './standard.server.ts'

export type StandardTopic = 'standard' | 'clause' | 'amendment' | 'workshop' | 'draft'

export async function standardQuestion(
  db: Kysely<Tables>,
  kind: StandardTopic,
  id: string,
): Promise<{ readonly action: Action; readonly subject: StandardSubject } | null> {
  const tables = { clause: 'clause', amendment: 'amendment', draft: 'section' } as const
  const standardId =
    kind in tables
      ? (
          await db
            .selectFrom(tables[kind as keyof typeof tables])
            .select('standardId')
            .where('id', '=', id)
            .executeTakeFirst()
        )?.standardId
      : id
  if (standardId === undefined) return null
  const standard = await db.selectFrom('standard').selectAll().where('id', '=', standardId).executeTakeFirst()
  if (!standard) return null
  return {
    action: kind === 'workshop' || kind === 'draft' ? 'standard.draft' : 'standard.read',
    subject: standardSubject(standard),
  }
}
