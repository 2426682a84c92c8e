// Every version of an idea that was public, the newest first, with who wrote it and when.
import type { Ask } from '../query.server.ts'
import type { Idea } from './idea.ts'

export interface IdeaVersion {
  readonly number: number
  readonly title: string
  readonly html: string
  readonly by: string | null
  readonly at: string
}

export async function listIdeaVersions(ask: Ask, idea: Pick<Idea, 'id'>): Promise<readonly IdeaVersion[]> {
  const rows = await ask.db
    .selectFrom('ideaVersion')
    .leftJoin('account', 'account.id', 'ideaVersion.byId')
    .select(['ideaVersion.number', 'title', 'html', 'at', 'account.name', 'account.erasedAt'])
    .where('ideaId', '=', idea.id)
    .orderBy('ideaVersion.number', 'desc')
    .execute()
  return rows.map(({ name, erasedAt, ...row }) => ({ ...row, by: erasedAt === null ? name : null }))
}
