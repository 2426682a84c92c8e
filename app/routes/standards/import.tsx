import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { Alert } from '#app/components/alert.tsx'
import { Answered } from '#app/components/answered.tsx'
import { Button } from '#app/components/button.tsx'
import { Field } from '#app/components/field.tsx'
import { Form } from '#app/components/form.tsx'
import { Go } from '#app/components/go.tsx'
import { DraftPreview } from '#app/components/standards/draft-preview.tsx'
import { StandardHead } from '#app/components/standards/standard-head.tsx'
import { describe } from '#app/domain/form.ts'
import { importForm } from '#app/domain/standards/standards.form.ts'
import { readSections } from '#app/domain/standards/view.server.ts'
import { enter, enterWithForm } from '#app/http/door.server.ts'
import { titled } from '#app/http/titles.ts'
import { useWords } from '#app/i18n/words.tsx'
import type { PageHandle } from '#app/root.tsx'
import { draftedStandard } from './drafters-only.server.ts'
import { type ImportAnswer, importAction } from './import-actions.server.ts'

export const handle: PageHandle = { voice: 'council', menu: 'standards' }

export async function loader(args: LoaderFunctionArgs) {
  const door = enter(args)
  const standard = await draftedStandard(door)
  return {
    heading: door.t('standards:import.title'),
    standard: { slug: standard.slug, title: standard.title },
    sections: (await readSections(door.ask, standard.id)).length,
    formKey: door.formKey(),
  }
}

export async function action(args: ActionFunctionArgs) {
  const door = await enterWithForm(args)
  return importAction(door, await draftedStandard(door))
}

export const meta = titled<typeof loader>(({ heading, standard }) => ({
  title: `${heading}, ${standard.title}`,
  hidden: true,
}))

export default function Import() {
  const { heading, standard, sections, formKey } = useLoaderData<typeof loader>()
  const answer = useActionData<ImportAnswer>()
  const { t } = useWords()
  const home = `/standards/${standard.slug}`
  const here = `${home}/werkstatt/einlesen`
  const preview = answer?.preview ?? null
  return (
    <div className="flow">
      <StandardHead standard={standard}>
        <Go to={`${home}/werkstatt`}>{t('standards:workshop.title')}</Go>
      </StandardHead>
      <h1>{heading}</h1>
      <Answered />
      {preview === null ? (
        <>
          <p className="lead">{t('standards:import.lead')}</p>
          <ul>
            {(['headings', 'paragraphs', 'lists', 'left'] as const).map((rule) => (
              <li key={rule}>{t(`standards:import.rule.${rule}`)}</li>
            ))}
          </ul>
          <Form className="form" to={here} intent="preview" withFiles>
            <Field
              kind="file"
              field={describe(importForm, 'file')}
              accept=".docx,.md,.markdown,.txt"
              label={t('standards:import.file')}
              hint={t('standards:import.file-hint')}
            />
            <Field
              kind="textarea"
              rows={12}
              field={describe(importForm, 'text')}
              label={t('standards:import.text')}
              value={String(answer?.typed.text ?? '')}
            />
            <Button>{t('standards:import.preview')}</Button>
          </Form>
        </>
      ) : (
        <>
          {preview.problems.length === 0 ? (
            <Alert
              state="done"
              role="status"
              title={t('standards:import.found', {
                sections: t('standards:import.found-sections', { count: preview.sections.length }),
                clauses: t('standards:import.found-clauses', {
                  count: preview.sections.reduce((sum, one) => sum + one.clauses.length, 0),
                }),
              })}
            >
              <p>{t('standards:import.not-yet')}</p>
            </Alert>
          ) : (
            <Alert state="error" title={t('standards:import.problems')}>
              <ul>
                {preview.problems.map(({ what, words }) => (
                  <li key={`${what}${words}`}>{t(`standards:import.problem.${what}`, { words })}</li>
                ))}
              </ul>
            </Alert>
          )}
          <DraftPreview sections={preview.sections} from={sections + 1} />
          <Form className="form" to={here} intent="take" idempotencyKey={formKey}>
            <Field
              kind="textarea"
              rows={16}
              id="import-text"
              field={describe(importForm, 'text')}
              label={t('standards:import.edit')}
              hint={t('standards:import.edit-hint')}
              value={preview.text}
            />
            <p className="link-line">
              {preview.problems.length === 0 && <Button>{t('standards:import.take')}</Button>}
              <Button kind="quiet" name="again" value="1">
                {t('standards:import.again')}
              </Button>
            </p>
          </Form>
          <p>
            <Go to={here}>{t('standards:import.other')}</Go>
          </p>
        </>
      )}
    </div>
  )
}
