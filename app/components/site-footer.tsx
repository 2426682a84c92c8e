import type { ReactNode } from 'react'
import { Go } from '#app/components/go.tsx'
import { helpMenu, mainMenu } from '#app/components/site-menu.ts'
import { useWords } from '#app/i18n/words.tsx'

export interface SiteFooterProps {
  readonly name: string
  readonly town: string
  /** Who answers questions: a person, not a desk. */
  readonly contact?: {
    readonly name: string
    readonly role?: string
    readonly phone?: string
    readonly hours?: string
  } | null
  /** Further links of the house: press, source code, the other towns. */
  readonly children?: ReactNode
}

/** The edge of the table closes every page; help and telephone stand at the same place everywhere. */
export function SiteFooter({ name, town, contact, children }: SiteFooterProps) {
  const { t } = useWords()
  return (
    <footer className="site-footer" id="fuss">
      <Horizon />
      <div className="page columns">
        <div className="flow">
          <h2 className="small">
            {name} {town}
          </h2>
          <p>{t('components:footer.what')}</p>
          {contact && (
            <div>
              <p>
                {t('components:footer.questions')}{' '}
                {contact.role ? `${contact.name}, ${contact.role}` : contact.name}
              </p>
              {contact.phone && (
                <p>
                  <a className="phone" href={`tel:${contact.phone.replace(/[^+\d]/g, '')}`}>
                    {contact.phone}
                  </a>
                </p>
              )}
              {contact.hours && <p className="quiet">{contact.hours}</p>}
            </div>
          )}
        </div>
        <nav aria-label={t('components:footer.pages')}>
          <ul>
            {mainMenu.map(({ key, to }) => (
              <li key={key}>
                <Go to={to}>{t(`components:menu.${key}`)}</Go>
              </li>
            ))}
            <li>
              <Go to="/suche">{t('components:menu.search')}</Go>
            </li>
          </ul>
        </nav>
        <nav aria-label={t('components:footer.help')}>
          <ul>
            {helpMenu.map(({ key, to }) => (
              <li key={key}>
                <Go to={to}>{t(`components:menu.${key}`)}</Go>
              </li>
            ))}
          </ul>
        </nav>
        {children}
      </div>
    </footer>
  )
}

function Horizon() {
  return (
    <svg
      className="horizon"
      viewBox="0 0 1200 92"
      preserveAspectRatio="none"
      aria-hidden="true"
      focusable="false"
    >
      <path className="table" d="M1.92 94.52A2000 2000 0 0 1 380.53 15.08" />
      <path className="citizens" d="M408.31 12.21A2000 2000 0 0 1 791.69 12.21" />
      <path className="council" d="M819.47 15.08A2000 2000 0 0 1 1198.08 94.52" />
    </svg>
  )
}
