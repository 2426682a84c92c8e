// Takes a written draft in: its sections stand behind those that are there, every clause as raw text with its first version.
import { refuse } from '../refusal.ts'
import { prepared, type Work } from '../run.server.ts'
import { insertClause } from './clause.server.ts'
import { appendSection } from './section.server.ts'
import { getStandard, standardSubject } from './standard.server.ts'
import { type DraftSection, outlineLimits } from './text/outline.ts'

export interface ImportedDraft {
  readonly standardId: string
  readonly sections: readonly DraftSection[]
}

export const takeDraft = prepared(
  async (platform, { standardId, sections }: ImportedDraft) => ({
    standardId,
    sections: await Promise.all(
      sections.map(async ({ title, clauses }) => ({
        title,
        clauses: await Promise.all(clauses.map(async (text) => ({ text, ...(await platform.render(text)) }))),
      })),
    ),
  }),
  async (work: Work, { standardId, sections }): Promise<{ sections: number; clauses: number }> => {
    const standard = await getStandard(work.tx, standardId)
    work.require('standard.draft', standardSubject(standard))
    const clauses = sections.reduce((sum, one) => sum + one.clauses.length, 0)
    if (sections.length === 0) throw refuse('import_empty')
    if (sections.length > outlineLimits.sections || clauses > outlineLimits.clauses)
      throw refuse('text_too_long')
    for (const { title, clauses: texts } of sections) {
      const section = await appendSection(work, standard.id, title)
      for (const words of texts) {
        await insertClause(
          work,
          { ...section, standardId: standard.id },
          { ...words, stage: 'raw' },
          { how: 'drafted' },
        )
      }
    }
    await work.record({ type: 'standard.changed', standardId: standard.id })
    return { sections: sections.length, clauses }
  },
)
