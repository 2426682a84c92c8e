import { Go } from '#app/components/go.tsx'
import { Section } from '#app/components/section-head.tsx'
import { type District, isWholeTown, type Offline } from '#app/domain/goals/town.ts'
import { useWords } from '#app/i18n/words.tsx'

/** Idea, conversation, Round Table, answer: the whole way in four numbers. */
export function HowItGoes({ weeks }: { readonly weeks: number }) {
  const { t } = useWords()
  return (
    <Section id="so-geht-es" title={t('pages:home.steps.title')}>
      <ol className="steps">
        <li>
          <h3>{t('pages:home.steps.idea')}</h3>
          <p>{t('pages:home.steps.idea-text')}</p>
        </li>
        <li>
          <h3>{t('pages:home.steps.conversation')}</h3>
          <p>{t('pages:home.steps.conversation-text')}</p>
        </li>
        <li>
          <h3>{t('pages:home.steps.table')}</h3>
          <p>{t('pages:home.steps.table-text')}</p>
        </li>
        <li>
          <h3>{t('pages:home.steps.answer')}</h3>
          <p>{t('pages:home.steps.answer-text', { count: weeks })}</p>
        </li>
      </ol>
    </Section>
  )
}

export function YourDistrict({
  districts,
  town,
}: {
  readonly districts: readonly Pick<District, 'slug' | 'name'>[]
  readonly town: string
}) {
  const { t } = useWords()
  return (
    <Section id="stadtteil" title={t('pages:home.districts.title')} lead={t('pages:home.districts.lead')}>
      <ul className="word-list">
        {districts.map(({ slug, name }) => (
          <li key={slug}>
            <Go to={`/stadtteile/${slug}`}>
              {isWholeTown(slug) ? t('pages:districts.whole', { town }) : name}
            </Go>
          </li>
        ))}
      </ul>
    </Section>
  )
}

/** Telephone, open hours and paper count as much as this page. */
export function WithoutInternet({ offline }: { readonly offline: Offline }) {
  const { t, lang } = useWords()
  const { phone, hours, places } = offline
  return (
    <Section id="ohne-internet" title={t('pages:home.offline.title')}>
      {phone === null && places.length === 0 ? (
        <p>
          {t('pages:home.offline.none')} <Go to="/impressum">{t('components:menu.imprint')}</Go>
        </p>
      ) : (
        <div className="columns">
          {phone !== null && (
            <div>
              <h3>{t('pages:home.offline.call')}</h3>
              <p>
                <a className="text-button" href={`tel:${phone.replace(/[^+\d]/g, '')}`}>
                  {phone}
                </a>
              </p>
              <p>{t('pages:home.offline.call-text')}</p>
              {hours && <p className="quiet">{hours[lang]}</p>}
            </div>
          )}
          {places.map(({ title, text }) => (
            <div key={title.de}>
              <h3>{title[lang]}</h3>
              <p>{text[lang]}</p>
            </div>
          ))}
        </div>
      )}
    </Section>
  )
}
