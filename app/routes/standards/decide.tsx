import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { Answered, kept, useAnswer } from '#app/components/answered.tsx'
import { Button } from '#app/components/button.tsx'
import { Field } from '#app/components/field.tsx'
import { Form } from '#app/components/form.tsx'
import { Go } from '#app/components/go.tsx'
import { AmendmentParts } from '#app/components/standards/amendment-parts.tsx'
import { StandardHead } from '#app/components/standards/standard-head.tsx'
import { describe } from '#app/domain/form.ts'
import { isOpenAmendment, outcomes } from '#app/domain/standards/amendment.ts'
import { readAmendment } from '#app/domain/standards/collisions.server.ts'
import { decideAmendment } from '#app/domain/standards/decide.server.ts'
import { getReadableStandard, standardSubject } from '#app/domain/standards/standard.server.ts'
import { decideForm } from '#app/domain/standards/standards.form.ts'
import { type Door, enter, enterWithForm } from '#app/http/door.server.ts'
import { titled } from '#app/http/titles.ts'
import { useWords } from '#app/i18n/words.tsx'
import type { PageHandle } from '#app/root.tsx'

export const handle: PageHandle = { voice: 'table', menu: 'standards' }

/** For a vote that was counted on paper or in another room: the chair enters what came out. */
async function entered(door: Omit<Door, 'formKey'>) {
  const standard = await door.find(getReadableStandard(door.ask, door.params.standard ?? ''))
  const amendment = await door.find(readAmendment(door.ask, standard, Number(door.params.number)))
  if (!door.may('amendment.decide', standardSubject(standard, amendment.authorId))) {
    throw door.refuse(door.actor.kind === 'guest' ? 'sign_in_first' : 'not_allowed')
  }
  return { standard, amendment }
}

export async function loader(args: LoaderFunctionArgs) {
  const door = enter(args)
  const { standard, amendment } = await entered(door)
  return {
    heading: door.t('standards:decide.title', { number: amendment.number }),
    standard: { slug: standard.slug, title: standard.title },
    amendment: { number: amendment.number, parts: amendment.parts },
    open: isOpenAmendment(amendment.state) && amendment.state !== 'to_settle',
    /** Changed words are voted on only where the editors wrote some. */
    outcomes: outcomes.filter(
      (outcome) => outcome !== 'adopted_changed' || amendment.parts.some(({ recommended }) => recommended),
    ),
    formKey: door.formKey(),
  }
}

export async function action(args: ActionFunctionArgs) {
  const door = await enterWithForm(args)
  const { standard, amendment } = await entered(door)
  const form = await door.read(decideForm)
  if (!form.ok) return door.invalid(form.problems)
  return door.runAndGo(
    decideAmendment,
    { amendmentId: amendment.id, ...form.values },
    () => `/standards/${standard.slug}/aenderungen/${amendment.number}`,
  )
}

export const meta = titled<typeof loader>(({ heading, standard }) => ({
  title: `${heading}, ${standard.title}`,
  hidden: true,
}))

export default function Decide() {
  const page = useLoaderData<typeof loader>()
  const { t } = useWords()
  const answer = useAnswer('decide')
  const home = `/standards/${page.standard.slug}`
  const amendment = `${home}/aenderungen/${page.amendment.number}`
  return (
    <div className="flow">
      <StandardHead standard={page.standard} voice="table">
        <Go to={amendment}>{t('standards:amendment.title', { number: page.amendment.number })}</Go>
      </StandardHead>
      <h1>{page.heading}</h1>
      <p className="lead">{t('standards:decide.lead')}</p>
      <Answered />
      <AmendmentParts parts={page.amendment.parts} />
      {page.open ? (
        <Form className="form" to={`${amendment}/entscheiden`} intent="decide" idempotencyKey={page.formKey}>
          <Field
            kind="radios"
            field={describe(decideForm, 'outcome')}
            label={t('standards:decide.outcome')}
            options={page.outcomes.map((value) => ({
              value,
              label: t(`standards:amendment.state.${value}`),
            }))}
            {...kept(answer, 'outcome')}
          />
          <Field
            kind="textarea"
            rows={3}
            field={describe(decideForm, 'decision')}
            label={t('standards:decide.sentence')}
            hint={t('standards:decide.sentence-hint')}
            {...kept(answer, 'decision')}
          />
          <Button>{t('standards:decide.send')}</Button>
          <p className="who-sees">{t('standards:decide.seen')}</p>
        </Form>
      ) : (
        <p>{t('standards:decide.closed')}</p>
      )}
    </div>
  )
}
