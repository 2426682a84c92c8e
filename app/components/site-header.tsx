import { Go } from '#app/components/go.tsx'
import { Mark } from '#app/components/mark.tsx'
import { Remembered } from '#app/components/remembered.tsx'
import { type MenuKey, mainMenu } from '#app/components/site-menu.ts'
import { addressIn, bareAddress } from '#app/i18n/address.ts'
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
  readonly account: { readonly name: string; readonly news: number } | null
}

/** Nearly the same on every page: drawn once, and what is somebody's own is put in. */
export function SiteHeader({ path, account, ...same }: SiteHeaderProps) {
  const { t, lang } = useWords()
  const here = bareAddress(path)
  const news = account?.news ?? 0
  return (
    <Remembered
      piece={Header}
      properties={{ ...same, signedIn: account !== null, hasNews: news > 0 }}
      late={{
        otherAddress: addressIn(lang === 'de' ? 'en' : 'de', here),
        person: account?.name ?? '',
        news: news > 0 ? t('components:header.news', { count: news }) : '',
      }}
    />
  )
}

interface HeaderProps extends Omit<SiteHeaderProps, 'path' | 'account'>, AccountProps {
  /** Of this page in the other language. */
  readonly otherAddress: string
}

function Header({ name, town, demo, current, otherAddress, ...account }: HeaderProps) {
  const { t, lang } = useWords()
  const other = lang === 'de' ? 'en' : 'de'
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
              <a href={otherAddress} lang={other} hrefLang={other}>
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
              <Account {...account} isCurrent={current === 'account'} />
            </li>
          </ul>
        </nav>
        <Go className="button quiet menu-link" to="/menue">
          {t('components:header.menu')}
        </Go>
      </div>
    </header>
  )
}

interface AccountProps {
  readonly signedIn: boolean
  readonly hasNews: boolean
  readonly person: string
  /** In words: "3 neu". */
  readonly news: string
}

function Account({
  signedIn,
  hasNews,
  person,
  news,
  isCurrent,
}: AccountProps & { readonly isCurrent: boolean }) {
  const { t } = useWords()
  const mark = isCurrent ? 'page' : undefined
  if (!signedIn) {
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
        {person}
        {hasNews && <span className="quiet">, {news}</span>}
      </span>
    </Go>
  )
}
