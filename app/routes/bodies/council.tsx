import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { Empty } from '#app/components/empty.tsx'
import { Go } from '#app/components/go.tsx'
import { Section } from '#app/components/section-head.tsx'
import { bodySubject } from '#app/domain/bodies/body.server.ts'
import { councilSlug } from '#app/domain/bodies/body.ts'
import { findBody } from '#app/domain/bodies/seats.server.ts'
import { enter } from '#app/http/door.server.ts'
import { titled } from '#app/http/titles.ts'
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
    may: { readInternal: door.may('council.read-internal', bodySubject(councilSlug)) },
  }
}

export const meta = titled<typeof loader>(({ title, body }) => ({ title, about: body?.about }))

export default function CouncilPage() {
  const { title, body, may } = useLoaderData<typeof loader>()
  const { t } = useWords()
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
      {may.readInternal && (
        <Section id="innen" title={t('bodies:council.inside')}>
          <p>
            <Go to="/sprecherrat/kulturschaffende">{t('bodies:council.list')}</Go>
          </p>
        </Section>
      )}
    </div>
  )
}
