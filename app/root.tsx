import type { LoaderFunctionArgs } from '@remix-run/node'
import {
  isRouteErrorResponse,
  Links,
  Meta,
  Outlet,
  Scripts,
  useMatches,
  useRouteError,
  useRouteLoaderData,
} from '@remix-run/react'
import type { ReactNode } from 'react'
import { Go } from './components/go.tsx'
import { Remembered } from './components/remembered.tsx'
import { SiteFooter } from './components/site-footer.tsx'
import { SiteHeader } from './components/site-header.tsx'
import type { MenuKey } from './components/site-menu.ts'
import { countNews } from './domain/notices/news.server.ts'
import { enter } from './http/door.server.ts'
import { bareAddress } from './i18n/address.ts'
import { type Chapter, useWords } from './i18n/words.tsx'
import styles from './styles/index.css?url'

/** What a page says about itself: which house it stands in, which menu word it is, and whether it is live. */
export interface PageHandle {
  readonly voice?: 'citizens' | 'table' | 'council' | 'none'
  readonly menu?: MenuKey | 'account'
  /** Only pages on which something is live or interactive send scripts, with these chapters of the words. */
  readonly live?: readonly Chapter[]
  /** Fills the screen by itself, such as a projector: without the frame of the site. */
  readonly bare?: boolean
}

export async function loader(args: LoaderFunctionArgs) {
  const { visit, url, ask, platform } = enter(args)
  return {
    site: { name: visit.site.name, town: visit.site.town, demo: visit.site.demo },
    contact: platform.town.offline.phone
      ? { phone: platform.town.offline.phone, mail: visit.site.imprint?.mail ?? null }
      : null,
    path: url.pathname + url.search,
    nonce: visit.nonce,
    account: ask.actor.kind === 'account' ? { name: ask.actor.name, news: await countNews(ask) } : null,
  }
}

type Frame = ReturnType<typeof useFrame>

function useFrame() {
  const data = useRouteLoaderData<typeof loader>('root')
  const handle = (useMatches().at(-1)?.handle ?? {}) as PageHandle
  return { data, handle }
}

export default function Root() {
  return (
    <Document>
      <Outlet />
    </Document>
  )
}

function Document({ children }: { readonly children: ReactNode }) {
  const { lang } = useWords()
  const frame = useFrame()
  return (
    <html lang={lang} dir="ltr" data-words={frame.handle.live?.join(' ')}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <Meta />
        <link rel="icon" href="/favicon.svg" type="image/svg+xml" />
        <link
          rel="preload"
          href="/fonts/atkinson-hyperlegible-next-latin.woff2"
          as="font"
          type="font/woff2"
          crossOrigin="anonymous"
        />
        <link rel="stylesheet" href={styles} />
        <Links />
      </head>
      <body data-voice={frame.handle.voice ?? 'citizens'}>
        <Framed frame={frame}>{children}</Framed>
        {/* In development every page is hot. */}
        {(frame.handle.live || import.meta.env.DEV) && <Scripts nonce={frame.data?.nonce} />}
      </body>
    </html>
  )
}

function Framed({
  frame: { data, handle },
  children,
}: {
  readonly frame: Frame
  readonly children: ReactNode
}) {
  const { t } = useWords()
  if (!data || handle.bare)
    return (
      <main id="inhalt" className="page">
        {children}
      </main>
    )
  return (
    <>
      <SiteHeader
        name={data.site.name}
        town={data.site.town}
        demo={data.site.demo}
        path={data.path}
        current={handle.menu}
        account={data.account}
      />
      <main id="inhalt" className="page" tabIndex={-1}>
        {children}
      </main>
      <Remembered
        piece={SiteFooter}
        properties={{
          name: data.site.name,
          town: data.site.town,
          contact: data.contact ? { name: t('common:frame.moderation'), phone: data.contact.phone } : null,
        }}
        late={{}}
      />
    </>
  )
}

/** What cannot be shown says why, in words, with a way on. */
export function ErrorBoundary() {
  const error = useRouteError()
  return (
    <Document>
      <Trouble error={error} />
    </Document>
  )
}

function Trouble({ error }: { readonly error: unknown }) {
  const { t } = useWords()
  const { data } = useFrame()
  const known = isRouteErrorResponse(error)
  const status = known ? error.status : 500
  const title =
    status === 404
      ? t('common:trouble.missing')
      : status >= 500
        ? t('common:trouble.fault')
        : t('common:trouble.refused')
  const sentence =
    known && typeof error.data === 'string' && error.data !== ''
      ? error.data
      : t(status === 404 ? 'common:trouble.missing-more' : 'common:trouble.fault-more')
  return (
    <div className="flow">
      <title>{`${title} – Stimmtisch`}</title>
      <h1>{title}</h1>
      <p className="lead">{sentence}</p>
      <p className="actions">
        {status === 403 && data?.account === null && (
          <Go to={`/anmelden?zurueck=${encodeURIComponent(bareAddress(data.path))}`}>
            {t('common:trouble.to-sign-in')}
          </Go>
        )}
        <Go to="/ideen">{t('common:trouble.to-ideas')}</Go>
        <Go to="/suche">{t('common:trouble.to-search')}</Go>
        <Go to="/">{t('common:trouble.to-start')}</Go>
      </p>
    </div>
  )
}
