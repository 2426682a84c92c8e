import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { Answered, kept, useAnswer } from '#app/components/answered.tsx'
import { Button, ButtonLink } from '#app/components/button.tsx'
import { Empty } from '#app/components/empty.tsx'
import { Field } from '#app/components/field.tsx'
import { Form } from '#app/components/form.tsx'
import { Section } from '#app/components/section-head.tsx'
import { StandardHead } from '#app/components/standards/standard-head.tsx'
import { describe } from '#app/domain/form.ts'
import { dayIn } from '#app/domain/meetings/clear-days.ts'
import {
  confirmDeclaration,
  declareToWorkBy,
  listDeclarations,
  withdrawDeclaration,
} from '#app/domain/standards/declarations.server.ts'
import { getReadableStandard, standardSubject } from '#app/domain/standards/standard.server.ts'
import { declarationForm } from '#app/domain/standards/standards.form.ts'
import { readSections } from '#app/domain/standards/view.server.ts'
import { enter, enterWithForm } from '#app/http/door.server.ts'
import { titled } from '#app/http/titles.ts'
import { dateInWords, townZone } from '#app/i18n/dates.ts'
import { useWords } from '#app/i18n/words.tsx'
import type { PageHandle } from '#app/root.tsx'

export const handle: PageHandle = { voice: 'council', menu: 'standards' }

export async function loader(args: LoaderFunctionArgs) {
  const door = enter(args)
  const standard = await door.find(getReadableStandard(door.ask, door.params.standard ?? ''))
  const sections = await readSections(door.ask, standard.id)
  const today = dayIn(door.ask.now, door.ask.town.timeZone)
  return {
    standard: { slug: standard.slug, title: standard.title, isPublic: standard.publishedAt !== null },
    declarations: (await listDeclarations(door.ask, standard.id)).map(({ byId, ...declaration }) => ({
      ...declaration,
      due: declaration.reviewOn <= today,
      mine: door.may('declaration.withdraw', standardSubject(standard, byId)),
    })),
    sections: sections
      .filter(({ stage }) => stage === 'adopted')
      .map(({ id, place, title }) => ({ value: id, label: `${place} ${title}` })),
    mayDeclare: door.may('standard.declare', standardSubject(standard)),
    formKey: door.formKey(),
  }
}

export async function action(args: ActionFunctionArgs) {
  const door = await enterWithForm(args)
  const standard = await door.find(getReadableStandard(door.ask, door.params.standard ?? ''))
  const here = `/standards/${standard.slug}/wir-arbeiten-danach`
  if (door.intent === 'withdraw') {
    const declarationId = String(door.posted.get('declaration'))
    return door.runAndGo(withdrawDeclaration, { declarationId }, () => here)
  }
  if (door.intent === 'confirm') {
    const declarationId = String(door.posted.get('declaration'))
    return door.runAndGo(confirmDeclaration, { declarationId }, () => here)
  }
  const form = await door.read(declarationForm)
  if (!form.ok) return door.invalid(form.problems)
  const limited = await door.limit('post')
  if (limited) return limited
  const { section, ...declaration } = form.values
  return door.runAndGo(declareToWorkBy, { sectionId: section, ...declaration }, () => here)
}

export const meta = titled<typeof loader>(({ standard }) => ({
  title: standard.title,
  hidden: !standard.isPublic,
}))

export default function Declarations() {
  const { standard, declarations, sections, mayDeclare, formKey } = useLoaderData<typeof loader>()
  const words = useWords()
  const { t } = words
  const answer = useAnswer()
  const here = `/standards/${standard.slug}/wir-arbeiten-danach`
  const day = (at: string) => dateInWords(words, at, townZone)
  return (
    <div className="flow">
      <StandardHead standard={standard} />
      <h1>{t('standards:declare.title')}</h1>
      <p className="lead">{t('standards:declare.lead')}</p>
      <Answered />
      {declarations.length === 0 && <Empty voice="council" title={t('standards:declare.none')} />}
      <ul className="versions">
        {declarations.map((declaration) => (
          <li key={declaration.id}>
            <h2 className="small">{declaration.organisation}</h2>
            <p>
              {declaration.section} {declaration.sectionTitle}
            </p>
            <p className="quiet">{declaration.contact}</p>
            <p className="quiet">
              {t('standards:declare.since', {
                day: day(declaration.at),
                review: day(declaration.reviewOn),
              })}{' '}
              {declaration.due && <strong>{t('standards:declare.review-due')}</strong>}
            </p>
            {declaration.mine && declaration.due && (
              <Form to={here} intent="confirm" idempotencyKey={`${formKey}-confirm-${declaration.id}`}>
                <input type="hidden" name="declaration" value={declaration.id} />
                <Button kind="quiet">
                  {t('standards:declare.confirm')}
                  <span className="hidden-text"> {declaration.organisation}</span>
                </Button>
              </Form>
            )}
            {declaration.mine && (
              <Form to={here} intent="withdraw" idempotencyKey={`${formKey}-${declaration.id}`}>
                <input type="hidden" name="declaration" value={declaration.id} />
                <Button kind="text">
                  {t('standards:declare.withdraw')}
                  <span className="hidden-text"> {declaration.organisation}</span>
                </Button>
              </Form>
            )}
          </li>
        ))}
      </ul>
      <Section id="eintragen" title={t('standards:declare.new')}>
        {sections.length === 0 ? (
          <p>{t('standards:declare.no-section')}</p>
        ) : mayDeclare ? (
          <Form className="form" to={here} intent="declare" idempotencyKey={formKey}>
            <Field
              field={describe(declarationForm, 'organisation')}
              label={t('standards:declare.organisation')}
              {...kept(answer, 'organisation')}
            />
            <Field
              field={describe(declarationForm, 'contact')}
              label={t('standards:declare.contact')}
              hint={t('standards:declare.contact-hint')}
              {...kept(answer, 'contact')}
            />
            <Field
              kind="select"
              field={describe(declarationForm, 'section')}
              label={t('standards:declare.section')}
              options={sections}
              {...kept(answer, 'section')}
            />
            <Button>{t('standards:declare.send')}</Button>
            <p className="who-sees">{t('standards:declare.seen')}</p>
          </Form>
        ) : (
          <p>
            {t('standards:declare.sign-in')}{' '}
            <ButtonLink kind="text" to="/anmelden">
              {t('conversations:composer.sign-in')}
            </ButtonLink>
          </p>
        )}
      </Section>
    </div>
  )
}
