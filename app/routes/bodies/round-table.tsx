import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { Empty } from '#app/components/empty.tsx'
import { Section } from '#app/components/section-head.tsx'
import { bodySubject } from '#app/domain/bodies/body.server.ts'
import { roundTableSlug } from '#app/domain/bodies/body.ts'
import { findBody } from '#app/domain/bodies/seats.server.ts'
import { listMeetings } from '#app/domain/meetings/meeting.server.ts'
import { enter } from '#app/http/door.server.ts'
import { titled } from '#app/http/titles.ts'
import { useWords } from '#app/i18n/words.tsx'
import type { PageHandle } from '#app/root.tsx'
import { MeetingList } from './meeting-list.tsx'
import { SeatTable } from './seat-table.tsx'
import { TableOfSeats } from './table-of-seats.tsx'

export const handle: PageHandle = { voice: 'table', menu: 'table' }

export async function loader(args: LoaderFunctionArgs) {
  const door = enter(args)
  const body = await findBody(door.ask, roundTableSlug)
  const meetings = body === null ? [] : await listMeetings(door.ask, body.id)
  return {
    title: body?.name ?? door.t('bodies:table.title'),
    body,
    now: door.ask.now,
    meetings: meetings.map(({ number, title, place, startsAt, state }) => ({
      number,
      title,
      place,
      startsAt,
      state,
    })),
    may: { plan: door.may('meeting.plan', bodySubject(roundTableSlug)) },
  }
}

export const meta = titled<typeof loader>(({ title, body }) => ({ title, about: body?.about }))

export default function RoundTablePage() {
  const { title, body, now, meetings, may } = useLoaderData<typeof loader>()
  const { t } = useWords()
  if (body === null) {
    return (
      <div className="flow">
        <h1>{title}</h1>
        <Empty voice="table" title={t('bodies:table.none')} />
      </div>
    )
  }
  const noBench = body.seats - body.benches.reduce((sum, bench) => sum + bench.seats, 0) - body.free.length
  const free = [
    ...body.benches.map((bench) => ({
      name: bench.name,
      count: Math.max(0, bench.seats - bench.held.length),
    })),
    { name: t('bodies:without-bench'), count: Math.max(0, noBench) },
  ].filter((bench) => bench.count > 0)
  return (
    <div className="flow">
      <h1>{title}</h1>
      <p className="lead">{body.about}</p>
      <MeetingList meetings={meetings} now={now} mayPlan={may.plan} />
      <TableOfSeats body={body} />
      <Section id="sitze" title={t('bodies:table.seats')}>
        <div className="flow">
          {body.free.length > 0 && (
            <SeatTable caption={t('bodies:without-bench')} held={body.free} vacant={0} />
          )}
          {body.benches.map((bench) => (
            <SeatTable
              key={bench.slug}
              caption={bench.name}
              held={bench.held}
              vacant={Math.max(0, bench.seats - bench.held.length)}
            />
          ))}
        </div>
      </Section>
      <Section id="fehlt" title={t('bodies:table.missing')}>
        {free.length === 0 ? (
          <p>{t('bodies:full')}</p>
        ) : (
          <ul>
            {free.map((bench) => (
              <li key={bench.name}>{t('bodies:empty', { bench: bench.name, count: bench.count })}</li>
            ))}
          </ul>
        )}
      </Section>
    </div>
  )
}
