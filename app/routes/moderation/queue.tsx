import { type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { Alert } from '#app/components/alert.tsx'
import { Actions, Button } from '#app/components/button.tsx'
import { Empty } from '#app/components/empty.tsx'
import { Entries, Entry } from '#app/components/entry.tsx'
import { Field } from '#app/components/field.tsx'
import { Form } from '#app/components/form.tsx'
import { Go } from '#app/components/go.tsx'
import { Pager } from '#app/components/pager.tsx'
import { Section } from '#app/components/section-head.tsx'
import { Tabs } from '#app/components/tabs.tsx'
import { councilSpace } from '#app/domain/council/house.ts'
import { deskOf } from '#app/domain/moderation/measure.server.ts'
import { type CaseKind, caseKinds, casesPerPage, listCases } from '#app/domain/moderation/queue.server.ts'
import { town } from '#app/domain/policy.ts'
import { enter } from '#app/http/door.server.ts'
import { titled } from '#app/http/titles.ts'
import { addressIn } from '#app/i18n/address.ts'
import { nearMoment, townZone } from '#app/i18n/dates.ts'
import { useWords } from '#app/i18n/words.tsx'
import type { PageHandle } from '#app/root.tsx'

export const handle: PageHandle = { voice: 'none' }

const doneWords = [
  'veroeffentlicht',
  'abgelehnt',
  'ausgeblendet',
  'beantwortet',
  'vorgeschlagen',
  'angehalten',
  'verworfen',
  'entschieden',
] as const

export async function loader(args: LoaderFunctionArgs) {
  const door = enter(args)
  const kind = kindIn(door.url)
  const page = door.page()
  // The Council's moderators have a desk of their own.
  if (!door.may('moderation.read', town) && door.may('moderation.read', deskOf(councilSpace)))
    throw redirect(addressIn(door.lang, `/sprecherrat/intern/moderation${door.url.search}`))
  const { cases, total, counts } = await door.find(listCases(door.ask, { kind, page }))
  const when = (at: string) => nearMoment(door, at, townZone, door.ask.now)
  return {
    title: door.t('moderation:queue.title'),
    kind,
    kinds: caseKinds.map((one) => ({ kind: one, count: counts[one] })),
    all: Object.values(counts).reduce((sum, count) => sum + count, 0),
    cases: cases.map(({ kind, address, number, title, at, dueAt, overdue }) => ({
      ...{ kind, address, number, title, overdue },
      since: when(at),
      due: when(dueAt),
    })),
    page,
    pages: Math.ceil(total / casesPerPage),
    done: doneWords.find((word) => word === door.url.searchParams.get('meldung')) ?? null,
  }
}

function kindIn(url: URL): CaseKind | null {
  return caseKinds.find((kind) => kind === url.searchParams.get('art')) ?? null
}

export const meta = titled<typeof loader>(({ title }) => ({ title, hidden: true }))

export default function Queue() {
  const { title, kind, kinds, all, cases, page, pages, done } = useLoaderData<typeof loader>()
  const { t } = useWords()
  const here = kind === null ? '/moderation' : `/moderation?art=${kind}`
  return (
    <div className="flow">
      <h1>{title}</h1>
      {done && <Alert state="done" role="status" title={t(`moderation:queue.done.${done}`)} />}
      <p className="lead">{t('moderation:queue.lead')}</p>
      <Tabs
        label={t('moderation:queue.tabs')}
        tabs={[
          { to: '/moderation', title: `${t('moderation:queue.all')} (${all})`, current: kind === null },
          ...kinds.map((one) => ({
            to: `/moderation?art=${one.kind}`,
            title: `${t(`moderation:queue.kinds.${one.kind}`)} (${one.count})`,
            current: kind === one.kind,
          })),
        ]}
      />
      {cases.length === 0 && <Empty title={t('moderation:queue.none')} />}
      <Entries ordered>
        {cases.map((one) => (
          <Entry
            key={one.address}
            level={2}
            numeral={one.number ?? '·'}
            numeralName={one.number === null ? undefined : t('moderation:queue.number')}
            to={one.address}
            title={`${t(`moderation:queue.kind.${one.kind}`)}: ${one.title}`}
            meta={[t('moderation:queue.since', { when: one.since })]}
            side={
              one.overdue ? (
                <strong>{t('moderation:queue.overdue', { when: one.due })}</strong>
              ) : (
                t('moderation:queue.due', { when: one.due })
              )
            }
          />
        ))}
      </Entries>
      <Pager
        page={page}
        pages={pages}
        address={(number) => `${here}${kind === null ? '?' : '&'}seite=${number}`}
      />
      <Start />
      <Actions>
        <Go to="/moderation/arbeit">{t('moderation:queue.workload')}</Go>
        <Go to="/regeln">{t('moderation:queue.rules')}</Go>
        <Go to="/so-moderieren-wir">{t('moderation:queue.public')}</Go>
      </Actions>
    </div>
  )
}

/** A moderator read something that nobody reported. */
function Start() {
  const { t } = useWords()
  return (
    <Section id="start" title={t('moderation:queue.start.title')}>
      <Form to="/moderation/massnahme" method="get" className="flow">
        <Field
          field={{ name: 'adresse', required: true }}
          label={t('moderation:queue.start.address')}
          hint={t('moderation:queue.start.hint')}
        />
        <Button kind="quiet">{t('moderation:queue.start.button')}</Button>
      </Form>
    </Section>
  )
}
