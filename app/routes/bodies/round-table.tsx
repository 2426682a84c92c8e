import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { Empty } from '#app/components/empty.tsx'
import { Go } from '#app/components/go.tsx'
import { Section } from '#app/components/section-head.tsx'
import { Time } from '#app/components/time.tsx'
import { bodySubject } from '#app/domain/bodies/body.server.ts'
import { addressOfBody, roundTableSlug } from '#app/domain/bodies/body.ts'
import { type BodyView, findBody, listBodies } from '#app/domain/bodies/seats.server.ts'
import { listMeetings } from '#app/domain/meetings/meeting.server.ts'
import { listResolutions, type RegisteredResolution } from '#app/domain/meetings/register.server.ts'
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
  const slug = door.params.body ?? roundTableSlug
  const body = await findBody(door.ask, slug)
  // The Round Table's page waits for it to be founded; a group that is not there is not there.
  if (door.params.body !== undefined && body?.kind !== 'working-group') throw door.refuse('not_found')
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
    resolutions: body === null ? [] : (await listResolutions(door.ask, { bodyId: body.id })).slice(0, 3),
    groups:
      slug === roundTableSlug
        ? (await listBodies(door.ask)).filter(({ kind }) => kind === 'working-group')
        : [],
    may: {
      plan: door.may('meeting.plan', bodySubject(slug)),
      invite: door.may('seat.invite', bodySubject(slug)),
      found: slug === roundTableSlug && door.may('group.found', bodySubject(slug)),
    },
  }
}

export const meta = titled<typeof loader>(({ title, body }) => ({ title, about: body?.about }))

export default function RoundTablePage() {
  const { title, body, now, meetings, resolutions, groups, may } = useLoaderData<typeof loader>()
  const { t } = useWords()
  if (body === null) {
    return (
      <div className="flow">
        <h1>{title}</h1>
        <Empty voice="table" title={t('bodies:table.none')} />
      </div>
    )
  }
  // A working group has seats and no benches.
  const plain = body.benches.length === 0
  const noBench = body.seats - body.benches.reduce((sum, bench) => sum + bench.seats, 0) - body.free.length
  const free = [
    ...body.benches.map((bench) => ({
      name: bench.name,
      count: Math.max(0, bench.seats - bench.held.length),
    })),
    { name: plain ? body.name : t('bodies:without-bench'), count: Math.max(0, noBench) },
  ].filter((bench) => bench.count > 0)
  return (
    <div className="flow">
      <h1>{title}</h1>
      <p className="lead">{body.about}</p>
      <MeetingList meetings={meetings} now={now} mayPlan={may.plan} body={body.slug} />
      <LatestResolutions resolutions={resolutions} />
      <TableOfSeats body={body} />
      <Section id="sitze" title={t('bodies:table.seats')}>
        <div className="flow">
          {body.free.length > 0 && (
            <SeatTable
              caption={t(plain ? 'bodies:members.now' : 'bodies:without-bench')}
              held={body.free}
              vacant={0}
            />
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
      {body.substitutes.length > 0 && (
        <Section id="vertretung" title={t('bodies:substitutes')}>
          <p>{t('bodies:substitutes-lead')}</p>
          {substitutesByBench(body).map(({ bench, held }) => (
            <SeatTable
              key={bench ?? ''}
              caption={bench ?? t('bodies:substitutes-free')}
              held={held}
              vacant={0}
            />
          ))}
        </Section>
      )}
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
        {may.invite && (
          <p>
            <Go to={`${addressOfBody(body.slug)}/mitglieder`}>{t('bodies:members.open')}</Go>
          </p>
        )}
      </Section>
      {(groups.length > 0 || may.found) && (
        <Section id="gruppen" title={t('bodies:groups.title')}>
          <ul>
            {groups.map((group) => (
              <li key={group.slug}>
                <Go to={addressOfBody(group.slug)}>{group.name}</Go>
              </li>
            ))}
          </ul>
          {may.found && (
            <p>
              <Go to="/runder-tisch/gruppen">{t('bodies:groups.found')}</Go>
            </p>
          )}
        </Section>
      )}
    </div>
  )
}

/** What was decided last, each with its word and its date; all of it stands in the register. */
function LatestResolutions({
  resolutions,
}: {
  readonly resolutions: readonly Pick<RegisteredResolution, 'id' | 'text' | 'outcome' | 'at' | 'item'>[]
}) {
  const { t } = useWords()
  if (resolutions.length === 0) return null
  return (
    <Section id="beschluesse" title={t('meetings:register.of-meeting')}>
      <ul>
        {resolutions.map((one) => (
          <li key={one.id}>
            <Go to={`/runder-tisch/punkte/${one.item}`}>{one.text}</Go>{' '}
            {t(`meetings:vote.short.${one.outcome}`)} <Time at={one.at} as="date" />
          </li>
        ))}
      </ul>
    </Section>
  )
}

/** Who steps in for which bench; last those who step in where nobody has a bench. */
function substitutesByBench({ benches, substitutes }: Pick<BodyView, 'benches' | 'substitutes'>) {
  return [...benches, null]
    .map((bench) => ({
      bench: bench?.name ?? null,
      held: substitutes.filter((seat) => seat.bench === (bench?.slug ?? null)),
    }))
    .filter(({ held }) => held.length > 0)
}
