import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { ButtonLink } from '#app/components/button.tsx'
import { Empty } from '#app/components/empty.tsx'
import { Entries, Entry } from '#app/components/entry.tsx'
import { Go } from '#app/components/go.tsx'
import { Section } from '#app/components/section-head.tsx'
import { AmendmentStatus } from '#app/components/standards/amendment-status.tsx'
import { partName } from '#app/components/standards/part-name.ts'
import { StandardHead } from '#app/components/standards/standard-head.tsx'
import { dayIn } from '#app/domain/meetings/clear-days.ts'
import { isOpenAmendment } from '#app/domain/standards/amendment.ts'
import { listAmendments, type ReadAmendment } from '#app/domain/standards/amendment-view.server.ts'
import { getReadableStandard, standardSubject } from '#app/domain/standards/standard.server.ts'
import { takesAmendments } from '#app/domain/standards/standard.ts'
import { enter } from '#app/http/door.server.ts'
import { titled } from '#app/http/titles.ts'
import { useWords } from '#app/i18n/words.tsx'
import type { PageHandle } from '#app/root.tsx'

export const handle: PageHandle = { voice: 'council', menu: 'standards' }

export async function loader(args: LoaderFunctionArgs) {
  const door = enter(args)
  const standard = await door.find(getReadableStandard(door.ask, door.params.standard ?? ''))
  const amendments = await listAmendments(door.ask, standard)
  return {
    standard: { slug: standard.slug, title: standard.title, isPublic: standard.publishedAt !== null },
    maySteer: door.may('standard.steer', standardSubject(standard)),
    open: takesAmendments(standard, dayIn(door.ask.now, door.ask.town.timeZone)),
    running: amendments.filter(({ state }) => isOpenAmendment(state)),
    decided: amendments.filter(({ state }) => !isOpenAmendment(state)),
  }
}

export const meta = titled<typeof loader>(({ standard }) => ({
  title: standard.title,
  hidden: !standard.isPublic,
}))

export default function Amendments() {
  const { standard, running, decided, open, maySteer } = useLoaderData<typeof loader>()
  const { t } = useWords()
  const home = `/standards/${standard.slug}`
  return (
    <div className="flow">
      <StandardHead standard={standard} />
      <h1>{t('standards:amendment.list')}</h1>
      <p className="lead">{t('standards:amendment.list-lead')}</p>
      {open && (
        <p>
          <ButtonLink to={`${home}/aenderungen/neu`}>{t('standards:new.title')}</ButtonLink>
        </p>
      )}
      {maySteer && (
        <p>
          <Go to={`${home}/tagesordnung`}>{t('standards:agenda.title')}</Go>
        </p>
      )}
      {running.length + decided.length === 0 && (
        <Empty voice="council" title={t('standards:amendment.none')} />
      )}
      {running.length > 0 && (
        <Section id="offen" title={t('standards:amendment.open')}>
          <List home={home} amendments={running} />
        </Section>
      )}
      {decided.length > 0 && (
        <Section id="entschieden" title={t('standards:amendment.closed')}>
          <List home={home} amendments={decided} />
        </Section>
      )}
    </div>
  )
}

function List({
  home,
  amendments,
}: {
  readonly home: string
  readonly amendments: readonly ReadAmendment[]
}) {
  const { t } = useWords()
  return (
    <Entries>
      {amendments.map((amendment) => (
        <Entry
          key={amendment.id}
          numeral={t('standards:amendment.short', { number: amendment.number })}
          to={`${home}/aenderungen/${amendment.number}`}
          title={amendment.parts.map((part) => partName(t, part)).join(', ')}
          thought={amendment.reason}
          meta={[amendment.author ?? t('standards:amendment.gone')]}
          side={<AmendmentStatus state={amendment.state} />}
          voice="council"
        />
      ))}
    </Entries>
  )
}
