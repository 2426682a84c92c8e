import { contribute } from '#app/domain/conversations/contribute.server.ts'
import { getClause } from '#app/domain/standards/clause.server.ts'
import { addClause } from '#app/domain/standards/draft.server.ts'
import { proposeAmendment } from '#app/domain/standards/propose.server.ts'
import { addSection } from '#app/domain/standards/section.server.ts'
import { foundStandard, publishStandard } from '#app/domain/standards/standard.server.ts'
import type { HostileRoom } from './room.ts'

export const standards: HostileRoom = {
  name: 'standards',
  async write(site, attacks) {
    const chair = await site.person(attacks.line(60), { seat: { body: 'runder-tisch', function: 'chair' } })
    const editor = await site.person(attacks.line(60), { seat: { body: 'ag-standards', function: 'chair' } })
    const { id: standardId } = await site.does(chair, foundStandard, {
      slug: 'boese-worte',
      title: attacks.line(120),
      about: attacks.text(1900),
      bodySlug: 'ag-standards',
    })
    const { id: sectionId } = await site.does(editor, addSection, { standardId, title: attacks.line(120) })
    const text = attacks.text()
    const { id: clauseId } = await site.does(editor, addClause, { sectionId, text })
    await site.does(editor, publishStandard, { standardId })
    const part = { kind: 'change', clauseId, sectionId: null, afterClauseId: null, baseVersion: 1 } as const
    const { number } = await site.does(editor, proposeAmendment, {
      standardId,
      reason: attacks.text(1900),
      parts: [{ ...part, text: `${text.slice(0, 1800)} ${attacks.text(1800)}` }],
    })
    const { conversationId } = await getClause(site.platform.database.read, clauseId)
    const said = {
      conversationId,
      parentId: null,
      move: 'question',
      language: 'de',
      official: false,
    } as const
    await site.does(editor, contribute, { ...said, text: attacks.text() })
    const standard = '/standards/boese-worte'
    const parts = ['', '/absatz/1.1', '/aenderungen', `/aenderungen/${number}`, '/synopse', '/werkstatt/1']
    return {
      as: editor,
      pages: ['/standards', ...parts.map((one) => standard + one)],
      files: ['/standards.atom'],
    }
  },
}
