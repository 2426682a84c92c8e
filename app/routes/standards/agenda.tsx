import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { Answered, kept, useAnswer } from '#app/components/answered.tsx'
import { Button } from '#app/components/button.tsx'
import { Empty } from '#app/components/empty.tsx'
import { Field } from '#app/components/field.tsx'
import { Form } from '#app/components/form.tsx'
import { Go } from '#app/components/go.tsx'
import { Section } from '#app/components/section-head.tsx'
import { partName } from '#app/components/standards/part-name.ts'
import { StandardHead } from '#app/components/standards/standard-head.tsx'
import { roundTableSlug } from '#app/domain/bodies/body.ts'
import { listMeetingsAhead } from '#app/domain/meetings/meeting.server.ts'
import { bundleOntoAgenda, takeSectionOff } from '#app/domain/standards/agenda.server.ts'
import { sectionsOnAgenda } from '#app/domain/standards/agenda-view.server.ts'
import { listAmendments } from '#app/domain/standards/amendment-view.server.ts'
import { getReadableStandard, standardSubject } from '#app/domain/standards/standard.server.ts'
import { bundleForm } from '#app/domain/standards/standards.form.ts'
import { readSections } from '#app/domain/standards/view.server.ts'
import { type Door, enter, enterWithForm } from '#app/http/door.server.ts'
import { titled } from '#app/http/titles.ts'
import { dateInWords, townZone } from '#app/i18n/dates.ts'
import { useWords } from '#app/i18n/words.tsx'
import type { PageHandle } from '#app/root.tsx'

export const handle: PageHandle = { voice: 'council', menu: 'standards' }

/** What can go before the Round Table now, and when it meets. */
async function entered(door: Omit<Door, 'formKey'>) {
  const standard = await door.find(getReadableStandard(door.ask, door.params.standard ?? ''))
  if (!door.may('standard.steer', standardSubject(standard))) {
    throw door.refuse(door.actor.kind === 'guest' ? 'sign_in_first' : 'not_allowed')
  }
  const laid = await sectionsOnAgenda(door.ask, standard.id)
  const all = await readSections(door.ask, standard.id)
  return {
    standard,
    meetings: (await listMeetingsAhead(door.ask)).filter(({ body }) => body === roundTableSlug),
    amendments: (await listAmendments(door.ask, standard)).filter(
      ({ state }) => state === 'proposed' || state === 'recommended',
    ),
    sections: all.filter(({ id, stage }) => stage === 'ready' && !laid.has(id)),
    laid: all.flatMap(({ id, place, title }) => {
      const item = laid.get(id)
      return item === undefined ? [] : [{ id, place, title, item }]
    }),
  }
}

export async function loader(args: LoaderFunctionArgs) {
  const door = enter(args)
  const { standard, meetings, amendments, sections, laid } = await entered(door)
  return {
    heading: door.t('standards:agenda.title'),
    standard: { slug: standard.slug, title: standard.title },
    meetings: meetings.map(({ id, title, startsAt }) => ({
      value: id,
      label: `${title}, ${dateInWords(door, startsAt, townZone)}`,
    })),
    amendments: amendments.map(({ id, number, parts, recommendation }) => ({
      value: id,
      label: `${door.t('standards:amendment.short', { number })}: ${parts.map((part) => partName(door.t, part)).join(', ')}`,
      hint: recommendation && door.t(`standards:amendment.recommendation.${recommendation}`),
    })),
    sections: sections.map(({ id, place, title }) => ({ value: id, label: `${place} ${title}` })),
    laid,
    formKey: door.formKey(),
  }
}

export async function action(args: ActionFunctionArgs) {
  const door = await enterWithForm(args)
  const { standard, meetings, amendments, sections } = await entered(door)
  if (door.intent === 'section-off') {
    const input = { sectionId: String(door.posted.get('section')) }
    return door.runAndGo(takeSectionOff, input, () => `/standards/${standard.slug}/tagesordnung`)
  }
  const ids = (all: readonly { readonly id: string }[]) => all.map(({ id }) => id)
  const form = await door.read(bundleForm(ids(meetings), ids(amendments), ids(sections)))
  if (!form.ok) return door.invalid(form.problems)
  const { meeting: meetingId, title, amendments: amendmentIds, sections: sectionIds } = form.values
  return door.runAndGo(
    bundleOntoAgenda,
    {
      standardId: standard.id,
      meetingId,
      title,
      amendmentIds,
      sectionIds,
      noGoalReason: door.t('standards:agenda.no-goal'),
      paper: door.t('standards:synopsis.title'),
    },
    ({ publicNumber }) => `/runder-tisch/punkte/${publicNumber}`,
  )
}

export const meta = titled<typeof loader>(({ heading, standard }) => ({
  title: `${heading}, ${standard.title}`,
  hidden: true,
}))

export default function StandardAgenda() {
  const { heading, standard, meetings, amendments, sections, laid, formKey } = useLoaderData<typeof loader>()
  const { t } = useWords()
  const answer = useAnswer('bundle')
  return (
    <div className="flow">
      <StandardHead standard={standard} />
      <h1>{heading}</h1>
      <p className="lead">{t('standards:agenda.lead')}</p>
      <Answered />
      {amendments.length + sections.length === 0 ? (
        <Empty voice="council" title={t('standards:agenda.nothing')} />
      ) : meetings.length === 0 ? (
        <Empty voice="council" title={t('standards:agenda.no-meeting')} />
      ) : (
        <Form
          className="form"
          to={`/standards/${standard.slug}/tagesordnung`}
          intent="bundle"
          idempotencyKey={formKey}
        >
          {amendments.length > 0 && (
            <Field
              kind="checkboxes"
              field={{ name: 'amendments' }}
              label={t('standards:agenda.amendments')}
              options={amendments}
              {...kept(answer, 'amendments')}
            />
          )}
          {sections.length > 0 && (
            <Field
              kind="checkboxes"
              field={{ name: 'sections' }}
              label={t('standards:agenda.sections')}
              options={sections}
              {...kept(answer, 'sections')}
            />
          )}
          <Field
            field={{ name: 'title', required: true, min: 8, max: 100 }}
            label={t('standards:agenda.item-title')}
            {...kept(answer, 'title', t('standards:agenda.item-default', { title: standard.title }))}
          />
          <Field
            kind="select"
            field={{ name: 'meeting', required: true }}
            label={t('standards:agenda.meeting')}
            options={meetings}
            {...kept(answer, 'meeting')}
          />
          <Button>{t('standards:agenda.send')}</Button>
        </Form>
      )}
      {laid.length > 0 && (
        <Section id="dort" title={t('standards:agenda.laid')}>
          <ul className="versions">
            {laid.map(({ id, place, title, item }) => (
              <li key={id}>
                <p>
                  <Go to={`/runder-tisch/punkte/${item}`}>
                    {place} {title}
                  </Go>
                </p>
                <Form
                  to={`/standards/${standard.slug}/tagesordnung`}
                  intent="section-off"
                  idempotencyKey={`${formKey}-${id}`}
                >
                  <input type="hidden" name="section" value={id} />
                  <Button kind="text">
                    {t('standards:agenda.off')}
                    <span className="hidden-text"> {title}</span>
                  </Button>
                </Form>
              </li>
            ))}
          </ul>
        </Section>
      )}
    </div>
  )
}
