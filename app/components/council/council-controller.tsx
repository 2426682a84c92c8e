import { Section } from '#app/components/section-head.tsx'
import type { Contact } from '#app/domain/council/contact.server.ts'
import { useWords } from '#app/i18n/words.tsx'

/** Who answers for the data in the Council's house: on the page about data protection. */
export function CouncilController({ contact }: { readonly contact: Contact | null }) {
  const { t } = useWords()
  return (
    <Section id="sprecherrat" voice="council" title={t('council:contact.privacy')}>
      <div className="flow">
        <p>{t('council:contact.privacy-text')}</p>
        {contact === null ? (
          <p>{t('council:contact.privacy-none')}</p>
        ) : (
          <>
            <p className="address">
              {contact.name}
              {'\n'}
              {contact.address}
              {'\n'}
              <a href={`mailto:${contact.mail}`}>{contact.mail}</a>
            </p>
            {contact.note !== '' && <p dir="auto">{contact.note}</p>}
          </>
        )}
      </div>
    </Section>
  )
}
