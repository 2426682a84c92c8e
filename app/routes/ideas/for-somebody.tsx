import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { data } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { Answered, kept } from '#app/components/answered.tsx'
import { Button } from '#app/components/button.tsx'
import { Field } from '#app/components/field.tsx'
import { Form } from '#app/components/form.tsx'
import { PictureFields } from '#app/components/ideas/check-step.tsx'
import { Letter } from '#app/components/ideas/letter.tsx'
import { WordsFields } from '#app/components/ideas/words-fields.tsx'
import { describe } from '#app/domain/form.ts'
import { wholeTown } from '#app/domain/goals/town.ts'
import { newSecretWord } from '#app/domain/ideas/guest.server.ts'
import { pictureForm, somebodyForm, titleForm, wordsForm } from '#app/domain/ideas/idea.form.ts'
import { enterForSomebody, getReadableIdea } from '#app/domain/ideas/idea.server.ts'
import { town } from '#app/domain/policy.ts'
import type { Answer } from '#app/http/door.server.ts'
import { type Door, enter, enterWithForm } from '#app/http/door.server.ts'
import { titled } from '#app/http/titles.ts'
import { useWords } from '#app/i18n/words.tsx'
import type { PageHandle } from '#app/root.tsx'
import { districtOptions } from './new-steps.server.ts'

export const handle: PageHandle = { voice: 'citizens', menu: 'ideas' }

const purpose = 'idea-for-somebody'

function onlyHelpers(door: Omit<Door, 'formKey'>) {
  if (door.may('idea.enter-for-somebody', town)) return
  throw door.refuse(door.actor.kind === 'guest' ? 'sign_in_first' : 'not_allowed')
}

export async function loader(args: LoaderFunctionArgs) {
  const door = enter(args)
  onlyHelpers(door)
  return {
    title: door.t('ideas:somebody.title'),
    formKey: door.formKey(),
    // The word is drawn with the form, so that a form sent twice prints the same letter.
    sealed: door.platform.seal(purpose, newSecretWord(door.platform)),
    districts: districtOptions(door),
    phone: door.ask.town.offline.phone,
  }
}

export async function action(args: ActionFunctionArgs) {
  const door = await enterWithForm(args)
  onlyHelpers(door)
  const form = await door.read({
    ...wordsForm(door.ask.town.districts.map((district) => district.slug)),
    ...somebodyForm,
    ...pictureForm,
  })
  if (!form.ok) return door.invalid(form.problems)
  const { picture, alt, rights, name, source, readBack: _, ...words } = form.values
  if (picture && alt === '') return door.invalid({ alt: { error: 'missing' } })
  if (picture && !rights) return door.invalid({ rights: { error: 'missing' } })
  const secret =
    door.platform.unseal<string>(purpose, String(door.posted.get('state') ?? '')) ??
    newSecretWord(door.platform)
  const outcome = await door.run(enterForSomebody, {
    ...words,
    authorName: name === '' ? null : name,
    secret,
    source,
    picture: picture ? { bytes: picture, alt } : null,
  })
  if (!outcome.ok) return door.refused(outcome.refusal)
  const idea = await door.find(getReadableIdea(door.ask, outcome.value.number))
  return data<LetterAnswer>({
    intent: door.intent,
    errors: [],
    refusal: null,
    typed: {},
    letter: {
      number: idea.number,
      title: idea.title,
      name: idea.authorName,
      answerDueAt: idea.answerDueAt,
      secret,
      address: `${door.platform.baseUrl}/ideen/${idea.number}`,
    },
  })
}

export type LetterAnswer = Answer & {
  readonly letter?: {
    readonly number: number
    readonly title: string
    readonly name: string | null
    readonly answerDueAt: string | null
    readonly secret: string
    readonly address: string
  }
}

export const meta = titled<typeof loader>(({ title }) => ({ title, hidden: true }))

export default function ForSomebody() {
  const { title, formKey, sealed, districts, phone } = useLoaderData<typeof loader>()
  const answer = useActionData<LetterAnswer>()
  const { t, lang } = useWords()
  if (answer?.letter) return <Letter letter={answer.letter} phone={phone} />
  return (
    <div className="flow">
      <h1>{title}</h1>
      <p className="lead">{t('ideas:somebody.lead')}</p>
      <Answered />
      <Form className="form" to="/ideen/eintragen" state={sealed} idempotencyKey={formKey} withFiles>
        <Field
          field={describe(somebodyForm, 'source')}
          kind="radios"
          label={t('ideas:somebody.source')}
          options={[
            { value: 'paper', label: t('ideas:somebody.paper') },
            { value: 'phone', label: t('ideas:somebody.phone') },
          ]}
          {...kept(answer, 'source')}
        />
        <Field
          field={describe(somebodyForm, 'name')}
          label={t('ideas:somebody.name')}
          hint={t('ideas:somebody.name-hint')}
          autoComplete="off"
          {...kept(answer, 'name')}
        />
        <Field
          field={describe(titleForm, 'title')}
          label={t('ideas:somebody.field-title')}
          {...kept(answer, 'title')}
        />
        <WordsFields
          answer={answer}
          words={{ title: '', text: '', district: wholeTown, language: lang }}
          districts={districts}
          textLabel={t('ideas:somebody.field-text')}
        />
        <PictureFields answer={answer} />
        <Field
          field={describe(somebodyForm, 'readBack')}
          kind="checkbox"
          label={t('ideas:somebody.read-back')}
          {...kept(answer, 'readBack')}
        />
        <Button>{t('ideas:somebody.send')}</Button>
        <p className="who-sees">{t('ideas:form.seen')}</p>
      </Form>
    </div>
  )
}
