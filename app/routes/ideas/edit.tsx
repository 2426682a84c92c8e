import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { Answered, kept, useAnswer } from '#app/components/answered.tsx'
import { Button } from '#app/components/button.tsx'
import { Field } from '#app/components/field.tsx'
import { Form } from '#app/components/form.tsx'
import { Go } from '#app/components/go.tsx'
import { WordsFields } from '#app/components/ideas/words-fields.tsx'
import { describe } from '#app/domain/form.ts'
import { listDistrictsByName } from '#app/domain/goals/town.ts'
import { editIdea } from '#app/domain/ideas/edit.server.ts'
import { titleForm, wordsForm } from '#app/domain/ideas/idea.form.ts'
import { getReadableIdea, ideaSubject } from '#app/domain/ideas/idea.server.ts'
import { type Door, enter, enterWithForm } from '#app/http/door.server.ts'
import { titled } from '#app/http/titles.ts'
import { useWords } from '#app/i18n/words.tsx'
import type { PageHandle } from '#app/root.tsx'

export const handle: PageHandle = { voice: 'citizens', menu: 'ideas' }

async function editable(door: Omit<Door, 'formKey'>) {
  const idea = await door.find(getReadableIdea(door.ask, Number(door.params.number)))
  if (!door.may('idea.edit', ideaSubject(idea))) {
    throw door.refuse(door.actor.kind === 'guest' ? 'sign_in_first' : 'not_allowed')
  }
  return idea
}

export async function loader(args: LoaderFunctionArgs) {
  const door = enter(args)
  const { number, title, text, district, language } = await editable(door)
  return {
    heading: door.t('ideas:edit.title', { number }),
    formKey: door.formKey(),
    number,
    words: { title, text, district, language },
    districts: listDistrictsByName(door.ask.town).map(({ slug, name }) => ({ value: slug, label: name })),
  }
}

export async function action(args: ActionFunctionArgs) {
  const door = await enterWithForm(args)
  const idea = await editable(door)
  const form = await door.read(wordsForm(door.ask.town.districts.map((district) => district.slug)))
  if (!form.ok) return door.invalid(form.problems)
  const limited = await door.limit('post')
  if (limited) return limited
  return door.runAndGo(
    editIdea,
    { ideaId: idea.id, ...form.values },
    () => `/ideen/${idea.number}?meldung=edited`,
  )
}

export const meta = titled<typeof loader>(({ heading }) => ({ title: heading, hidden: true }))

export default function EditIdea() {
  const { heading, number, words, districts, formKey } = useLoaderData<typeof loader>()
  const { t } = useWords()
  const answer = useAnswer()
  return (
    <div className="flow">
      <h1>{heading}</h1>
      <p className="lead">{t('ideas:edit.lead')}</p>
      <Answered />
      <Form className="form" to={`/ideen/${number}/bearbeiten`} idempotencyKey={formKey}>
        <Field
          field={describe(titleForm, 'title')}
          label={t('ideas:edit.field-title')}
          {...kept(answer, 'title', words.title)}
        />
        <WordsFields
          answer={answer}
          words={words}
          districts={districts}
          textLabel={t('ideas:edit.field-text')}
        />
        <div className="actions">
          <Button>{t('ideas:edit.save')}</Button>
          <Go className="text-button" to={`/ideen/${number}`}>
            {t('ideas:versions.back')}
          </Go>
        </div>
        <p className="who-sees">{t('ideas:form.seen')}</p>
      </Form>
    </div>
  )
}
