import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { CouncilController } from '#app/components/council/council-controller.tsx'
import { Html } from '#app/components/html.tsx'
import { readContact } from '#app/domain/council/contact.server.ts'
import { enter } from '#app/http/door.server.ts'
import { titled } from '#app/http/titles.ts'
import { bareAddress } from '#app/i18n/address.ts'
import { dateInWords } from '#app/i18n/dates.ts'
import { getPageText } from '#app/i18n/pages.server.ts'
import { fillPage, type PageName, pageNames, pageWords } from '#app/i18n/pages.ts'
import { useWords } from '#app/i18n/words.tsx'
import type { PageHandle } from '#app/root.tsx'
import { fixedHtml } from './fixed-html.server.ts'

export const handle: PageHandle = { voice: 'none', menu: 'more' }

/** The days on which the statement on accessibility was written and last held against the pages. */
const statement = { createdOn: '2026-11-24', checkedOn: '2026-11-24' }
/** Said in the data protection notice; docs/self-hosting.md asks for the same. */
const backupDays = 30
const sessionDays = 60
/** From so many parts on a page names them first. */
const partsToList = 4

export async function loader(args: LoaderFunctionArgs) {
  const door = enter(args)
  const { t, lang, ask, url, visit } = door
  const name = pageNames.find((page): page is PageName => bareAddress(url.pathname) === `/${page}`)
  if (!name) throw door.refuse('not_found')
  const { imprint } = visit.site
  const day = (at: string) => dateInWords(door, at, ask.town.timeZone)
  const words = pageWords(ask.town, lang, {
    mail: imprint?.mail ?? t('pages:frame.no-phone'),
    imprint: imprint ? `${imprint.provider}\n${imprint.address}` : t('pages:frame.no-phone'),
    sessionDays,
    backupDays,
    createdOn: day(statement.createdOn),
    checkedOn: day(statement.checkedOn),
    noPhone: t('pages:frame.no-phone'),
  })
  const { html, parts } = fixedHtml(
    fillPage(getPageText(lang, name), {
      ...words,
      town: visit.site.town,
      phone: imprint?.phone || words.phone,
    }),
    lang,
  )
  return {
    title: t(`pages:fixed.${name}.title`),
    lead: t(`pages:fixed.${name}.lead`),
    html,
    parts: parts.length >= partsToList ? parts : [],
    council: name === 'datenschutz' ? { contact: await readContact(door.ask) } : null,
  }
}

export const meta = titled<typeof loader>(({ title, lead }) => ({ title, about: lead }))

export default function FixedPage() {
  const { title, lead, html, parts, council } = useLoaderData<typeof loader>()
  const { t, lang } = useWords()
  return (
    <div className="fixed-page">
      <div>
        <h1>{title}</h1>
        <p className="lead">{lead}</p>
      </div>
      {parts.length > 0 && (
        <nav className="on-this-page" aria-labelledby="auf-dieser-seite">
          <p id="auf-dieser-seite">{t('pages:frame.on-this-page')}</p>
          <ul>
            {parts.map((part) => (
              <li key={part.id}>
                <a href={`#${part.id}`}>{part.title}</a>
              </li>
            ))}
          </ul>
        </nav>
      )}
      <Html html={html} lang={lang} />
      {council && <CouncilController contact={council.contact} />}
    </div>
  )
}
