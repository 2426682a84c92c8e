import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { Alert } from '#app/components/alert.tsx'
import { Button } from '#app/components/button.tsx'
import { Empty } from '#app/components/empty.tsx'
import { Entries, Entry } from '#app/components/entry.tsx'
import { Field } from '#app/components/field.tsx'
import { Form } from '#app/components/form.tsx'
import { Section } from '#app/components/section-head.tsx'
import { councilSpace } from '#app/domain/council/house.ts'
import { listCases } from '#app/domain/moderation/queue.server.ts'
import { titled } from '#app/http/titles.ts'
import { nearMoment, townZone } from '#app/i18n/dates.ts'
import { useWords } from '#app/i18n/words.tsx'
import type { PageHandle } from '#app/root.tsx'
import { InnerHead } from './inner-head.tsx'
import { enterInside } from './inside-only.server.ts'

export const handle: PageHandle = { voice: 'council', menu: 'more' }

export async function loader(args: LoaderFunctionArgs) {
  const door = enterInside(args)
  const { cases } = await door.find(listCases(door.ask, { kind: null, page: 1, space: councilSpace }))
  return {
    title: door.t('council:desk.title'),
    done: door.url.searchParams.has('meldung'),
    cases: cases.map(({ kind, address, title, dueAt }) => ({
      ...{ kind, address, title },
      due: nearMoment(door, dueAt, townZone, door.ask.now),
    })),
  }
}

export const meta = titled<typeof loader>(({ title }) => ({ title, hidden: true }))

export default function Desk() {
  const { title, done, cases } = useLoaderData<typeof loader>()
  const { t } = useWords()
  return (
    <div className="flow">
      <InnerHead title={title} />
      {done && <Alert state="done" role="status" title={t('council:desk.done')} />}
      <p className="lead">{t('council:desk.lead')}</p>
      {cases.length === 0 && <Empty voice="council" title={t('council:desk.none')} />}
      <Entries ordered>
        {cases.map((one) => (
          <Entry
            key={one.address}
            level={2}
            numeral="·"
            to={one.address}
            title={`${t(`moderation:queue.kind.${one.kind}`)}: ${one.title}`}
            side={t('council:desk.due', { when: one.due })}
          />
        ))}
      </Entries>
      <Section id="selbst" title={t('council:desk.hide')}>
        <Form to="/moderation/massnahme" method="get" className="flow">
          <Field field={{ name: 'adresse', required: true }} label={t('council:desk.address')} />
          <Button kind="quiet">{t('council:desk.go')}</Button>
        </Form>
      </Section>
    </div>
  )
}
