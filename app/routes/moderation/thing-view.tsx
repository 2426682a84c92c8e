import { Go } from '#app/components/go.tsx'
import { Html } from '#app/components/html.tsx'
import { Section } from '#app/components/section-head.tsx'
import { useWords } from '#app/i18n/words.tsx'

export interface ShownThing {
  readonly kind: 'idea' | 'contribution' | 'account' | 'page'
  readonly title: string
  readonly address: string | null
  readonly html: string | null
  readonly language: string
  readonly authorName: string | null
  readonly state: 'there' | 'hidden' | 'waiting' | 'gone'
}

/** The text a case is about, with who wrote it and where it stands. */
export function ThingView({ thing }: { readonly thing: ShownThing | null }) {
  const { t } = useWords()
  if (thing === null) {
    return (
      <Section id="thing" title={t('moderation:case.text')}>
        <p>{t('moderation:case.gone')}</p>
      </Section>
    )
  }
  const { kind, title, address, html, language, authorName, state } = thing
  const written = kind === 'idea' || kind === 'contribution'
  return (
    <Section id="thing" title={t('moderation:case.text')}>
      <div className="flow">
        <h3 lang={written ? language : undefined}>{address ? <Go to={address}>{title}</Go> : title}</h3>
        {written && (
          <p className="hint">
            {t('moderation:case.by')}: {authorName ?? t('moderation:case.guest')} ·{' '}
            {t('moderation:case.state')}: {t(`moderation:case.states.${state}`)}
          </p>
        )}
        {html !== null && <Html html={html} lang={language} className="text flow quoted-case" />}
        {written && html === null && <p>{t('moderation:case.gone')}</p>}
      </div>
    </Section>
  )
}
