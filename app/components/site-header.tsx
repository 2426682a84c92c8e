import { Go } from '#app/components/go.tsx'
import { Icon } from '#app/components/icon.tsx'
import { Mark } from '#app/components/mark.tsx'
import { type MenuKey, mainMenu } from '#app/components/site-menu.ts'
import { bareAddress } from '#app/i18n/address.ts'
import { useWords } from '#app/i18n/words.tsx'

export interface SiteHeaderProps {
  /** The house's own name: "Stimmtisch". */
  readonly name: string
  /** "Hattingen": the line under the name says "Kultur in Hattingen". */
  readonly town: string
  /** True when the town is told for show; the note says so on every page. */
  readonly demo: boolean
  /** The address of this page, for the other language's link. */
  readonly path: string
  readonly current?: MenuKey | 'account'
  readonly account: { readonly name: string; readonly news?: number } | null
  /** What happens this very moment: one line under the header, on every page. */
  readonly live?: { readonly to: string; readonly words: string } | null
}

export function SiteHeader({ name, town, demo, path, current, account, live }: SiteHeaderProps) {
  const { t, lang } = useWords()
  const other = lang === 'de' ? 'en' : 'de'
  const here = bareAddress(path)
  return (
    <header className="site-header">
      <a className="skip-link" href="#inhalt">
        {t('components:header.skip')}
      </a>
      <div className="top-line">
        <div className="page">
          {demo && (
            <p>
              <strong>{t('components:header.sample')}</strong>
              <span className="wide-only"> {t('components:header.sample-more')}</span>
            </p>
          )}
          <ul className="plain">
            <li>
              <Go to="/leichte-sprache">{t('components:menu.easy')}</Go>
            </li>
            <li>
              <Go to="/gebaerdensprache">{t('components:menu.sign')}</Go>
            </li>
            <li>
              <a
                href={other === 'en' ? (here === '/' ? '/en' : `/en${here}`) : here}
                lang={other}
                hrefLang={other}
              >
                {t('components:header.other-language')}
              </a>
            </li>
          </ul>
        </div>
      </div>
      <div className="page main-line">
        <Go className="brand" to="/">
          <Mark />
          <span>
            <b>{name}</b>
            <span>{t('components:header.under-name', { town })}</span>
          </span>
        </Go>
        <nav className="site-nav" aria-label={t('components:header.menu-name')}>
          <ul className="plain">
            {mainMenu.map(({ key, to }) => (
              <li key={key}>
                <Go to={to} aria-current={current === key ? 'page' : undefined}>
                  {t(`components:menu.${key}`)}
                </Go>
              </li>
            ))}
            <li className="account">
              <Account account={account} current={current === 'account'} />
            </li>
          </ul>
        </nav>
        <Go className="button quiet menu-link" to="/menue">
          {t('components:header.menu')}
        </Go>
      </div>
      {live && (
        <div className="live-bar">
          <div className="page">
            <Go to={live.to}>
              <Icon name="live" />
              <span>{live.words}</span>
            </Go>
          </div>
        </div>
      )}
    </header>
  )
}

function Account({
  account,
  current,
}: {
  readonly account: SiteHeaderProps['account']
  readonly current: boolean
}) {
  const { t } = useWords()
  const mark = current ? 'page' : undefined
  if (!account) {
    return (
      <Go to="/anmelden" aria-current={mark}>
        {t('components:header.sign-in')}
      </Go>
    )
  }
  return (
    <Go to="/konto" aria-current={mark}>
      <span>
        <span className="hidden-text">{t('components:header.account')} </span>
        {account.name}
        {account.news ? (
          <span className="quiet">, {t('components:header.news', { count: account.news })}</span>
        ) : null}
      </span>
    </Go>
  )
}
