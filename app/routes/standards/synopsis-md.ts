import type { LoaderFunctionArgs } from '@remix-run/node'
import { inTextOrder, partName } from '#app/components/standards/part-name.ts'
import { getReadableStandard } from '#app/domain/standards/standard.server.ts'
import { beforeOf, type Passage } from '#app/domain/standards/text/diff.ts'
import { enter } from '#app/http/door.server.ts'
import { askedAmendments, wishesIn } from './synopsis-asked.server.ts'
import { nothingInWords, reasonsInWords } from './synopsis-words.ts'

/** The synopsis as Markdown: struck words in ~~tildes~~, new ones in **stars**. */
export async function loader(args: LoaderFunctionArgs) {
  const door = enter(args)
  const standard = await door.find(getReadableStandard(door.ask, door.params.standard ?? ''))
  const { t } = door
  const parts = inTextOrder(await askedAmendments(door, standard)).map(({ amendment, part }) => {
    const by = t('standards:amendment.by', {
      number: amendment.number,
      name: amendment.author ?? t('standards:amendment.gone'),
    })
    return [
      `## ${partName(t, part)}, ${by}`,
      `**${t('standards:synopsis.before')}:** ${part.kind === 'insert' ? t('standards:synopsis.new-clause') : beforeOf(part.passages)}`,
      `**${t('standards:synopsis.after')}:** ${part.passages.map(marked).join('')}`,
      ...(part.recommended
        ? [`**${t('standards:amendment.recommendation.words')}:** ${part.recommended.map(marked).join('')}`]
        : []),
      `**${t('standards:synopsis.why')}:** ${reasonsInWords(t, amendment).join(' ')}`,
    ].join('\n\n')
  })
  const lines = [
    `# ${t('standards:synopsis.title')}: ${standard.title}`,
    ...(parts.length === 0 ? [nothingInWords(t, wishesIn(door.url))] : parts),
  ]
  return new Response(`${lines.join('\n\n')}\n`, {
    headers: {
      'Content-Type': 'text/markdown; charset=utf-8',
      'Content-Disposition': `attachment; filename="${standard.slug}-synopse.md"`,
      'Cache-Control': standard.publishedAt === null ? 'private, no-store' : 'no-cache',
    },
  })
}

/** Marks hold only where they touch the words, not the blanks around them. */
function marked({ kind, text }: Passage): string {
  if (kind === 'same' || text.trim() === '') return text
  const [, before = '', words = '', after = ''] = /^(\s*)([\s\S]*?)(\s*)$/.exec(text) ?? []
  const mark = kind === 'added' ? '**' : '~~'
  return `${before}${mark}${words}${mark}${after}`
}
