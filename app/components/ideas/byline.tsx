import { Go } from '#app/components/go.tsx'
import type { PartProps } from '#app/components/ideas/idea-page.ts'
import { Person } from '#app/components/person.tsx'
import { Time } from '#app/components/time.tsx'
import { useWords } from '#app/i18n/words.tsx'

/** Who had the idea, who wrote it down, and where its earlier words are. */
export function Byline({
  page: { author, helper, source, place, idea, receivedAt, versions, may },
}: PartProps) {
  const { t } = useWords()
  const name = author.kind === 'guest' ? (author.name ?? t('ideas:by.guest')) : author.name
  const editable = may.edit && (idea.state === 'waiting' || idea.state === 'talk')
  return (
    <div className="idea-byline">
      <p>
        <span>
          {t('ideas:by.line')} <Person name={name} voice={author.voice} as={author.seat ?? undefined} />
        </span>
        <span>
          <Time at={receivedAt} as="date" />
          {place && `, ${place}`}
        </span>
      </p>
      {source !== 'web' && (
        <p>{t(`ideas:by.helper-${source}`, { name: helper ?? t('ideas:by.somebody') })}</p>
      )}
      <div className="actions">
        {versions > 1 && (
          <Go className="text-button" to={`/ideen/${idea.number}/fassungen`}>
            {t('ideas:by.versions', { count: versions })}
          </Go>
        )}
        {editable && (
          <Go className="text-button" to={`/ideen/${idea.number}/bearbeiten`}>
            {t('ideas:by.edit')}
          </Go>
        )}
      </div>
    </div>
  )
}
