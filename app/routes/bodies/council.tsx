import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { Alert } from '#app/components/alert.tsx'
import { Empty } from '#app/components/empty.tsx'
import { Entries, Entry } from '#app/components/entry.tsx'
import { Go } from '#app/components/go.tsx'
import { Section } from '#app/components/section-head.tsx'
import { bodySubject } from '#app/domain/bodies/body.server.ts'
import { councilSlug } from '#app/domain/bodies/body.ts'
import { findBody } from '#app/domain/bodies/seats.server.ts'
import { readContact } from '#app/domain/council/contact.server.ts'
import { readLeaving } from '#app/domain/council/leave.server.ts'
import { listStatements } from '#app/domain/council/statement.server.ts'
import { listElections } from '#app/domain/elections/election.server.ts'
import { enter } from '#app/http/door.server.ts'
import { titled } from '#app/http/titles.ts'
import { dateInWords, townZone } from '#app/i18n/dates.ts'
import { useWords } from '#app/i18n/words.tsx'
import type { PageHandle } from '#app/root.tsx'
import { SeatTable } from './seat-table.tsx'

export const handle: PageHandle = { voice: 'council', menu: 'more' }

export async function loader(args: LoaderFunctionArgs) {
  const door = enter(args)
  const body = await findBody(door.ask, councilSlug)
  return {
    title: body?.name ?? door.t('bodies:council.title'),
    body,
    statements: (await listStatements(door.ask)).slice(0, 3),
    elections: (await listElections(door.ask))
      .filter(({ state }) => state !== 'draft')
      .slice(0, 2)
      .map(({ number, rules }) => ({ number, title: rules.title ?? '' })),
    contact: await readContact(door.ask),
    closedAt: (await readLeaving(door.ask)).closedAt,
    may: { readInternal: door.may('council.read-internal', bodySubject(councilSlug)) },
  }
}

export const meta = titled<typeof loader>(({ title, body }) => ({ title, about: body?.about }))

export default function CouncilPage() {
  const page = useLoaderData<typeof loader>()
  const { title, body, may } = page
  const words = useWords()
  const { t } = words
  if (body === null) {
    return (
      <div className="flow">
        <h1>{title}</h1>
        <Empty voice="council" title={t('bodies:council.none')} />
      </div>
    )
  }
  const held = [...body.free, ...body.benches.flatMap((bench) => bench.held)]
  const vacant = Math.max(0, body.seats - held.length)
  return (
    <div className="flow">
      <h1>{title}</h1>
      <p className="lead">{body.about}</p>
      <Section id="sitze" title={t('bodies:council.members')}>
        <div className="flow">
          <p>{t('bodies:taken', { taken: held.length, seats: body.seats })}</p>
          <SeatTable caption={t('bodies:caption', { name: body.name })} held={held} vacant={vacant} />
        </div>
      </Section>
      <Section id="fehlt" title={t('bodies:table.missing')}>
        <p>{vacant === 0 ? t('bodies:full') : t('bodies:empty-all', { count: vacant })}</p>
      </Section>
      {page.closedAt !== null && (
        <Alert title={t('council:house.closed', { date: dateInWords(words, page.closedAt, townZone) })} />
      )}
      <Section id="stellungnahmen" title={t('council:house.statements')}>
        {page.statements.length === 0 && <p>{t('council:house.statements-none')}</p>}
        <Entries ordered>
          {page.statements.map((one) => (
            <Entry
              key={one.number}
              level={3}
              numeral={one.number}
              to={`/sprecherrat/stellungnahmen/${one.number}`}
              title={one.title}
              lang={one.language}
              meta={[dateInWords(words, one.publishedAt, townZone)]}
              side={one.state === 'withdrawn' ? t('council:statement.withdrawn-mark') : null}
            />
          ))}
        </Entries>
        {page.statements.length > 0 && (
          <p>
            <Go to="/sprecherrat/stellungnahmen">{t('council:house.statements-all')}</Go>
          </p>
        )}
      </Section>
      <Section id="wahlen" title={t('elections:list.title')}>
        <ul>
          {page.elections.map(({ number, title: named }) => (
            <li key={number}>
              <Go to={`/sprecherrat/wahlen/${number}`}>{named}</Go>
            </li>
          ))}
          <li>
            <Go to="/sprecherrat/wahlen">{t('elections:list.title')}</Go>
          </li>
        </ul>
      </Section>
      <Section id="haus" title={t('council:house.own')}>
        <div className="flow">
          <p>{t('council:house.own-text')}</p>
          {may.readInternal ? (
            <ul>
              <li>
                <Go to="/sprecherrat/intern">{t('council:house.go-in')}</Go>
              </li>
              <li>
                <Go to="/sprecherrat/kulturschaffende">{t('bodies:council.list')}</Go>
              </li>
            </ul>
          ) : (
            <>
              <p>
                <strong>{t('council:house.join')}</strong> {t('council:house.join-text')}
              </p>
              <p>
                <Go to="/konto">{t('council:house.join-link')}</Go>
              </p>
            </>
          )}
        </div>
      </Section>
      {page.contact && (
        <Section id="kontakt" title={t('council:house.contact')}>
          <p className="address">
            {page.contact.name}
            {'\n'}
            {page.contact.address}
            {'\n'}
            <a href={`mailto:${page.contact.mail}`}>{page.contact.mail}</a>
          </p>
        </Section>
      )}
    </div>
  )
}
