import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { Answered, kept, useAnswer } from '#app/components/answered.tsx'
import { Actions, Button } from '#app/components/button.tsx'
import { Field } from '#app/components/field.tsx'
import { Form } from '#app/components/form.tsx'
import { Go } from '#app/components/go.tsx'
import { Section } from '#app/components/section-head.tsx'
import { editForm } from '#app/domain/conversations/contribution.form.ts'
import { isFreeEdit } from '#app/domain/conversations/contribution.ts'
import { addressByTime } from '#app/domain/conversations/conversation.ts'
import { readOneContribution } from '#app/domain/conversations/place.server.ts'
import { deleteContribution, editContribution } from '#app/domain/conversations/revise.server.ts'
import { subjectIn } from '#app/domain/conversations/subject.server.ts'
import { describe } from '#app/domain/form.ts'
import { type Door, enter, enterWithForm, type FormDoor } from '#app/http/door.server.ts'
import { titled } from '#app/http/titles.ts'
import { useWords } from '#app/i18n/words.tsx'
import type { PageHandle } from '#app/root.tsx'

export const handle: PageHandle = { voice: 'citizens', menu: 'ideas' }

async function ownContribution(door: Door | FormDoor) {
  const one = await door.find(readOneContribution(door.ask, Number(door.params.number)))
  if (!door.may('contribution.edit', subjectIn(one.matter.subject, one.contribution))) {
    throw door.refuse('edit_not_own')
  }
  return one
}

export async function loader(args: LoaderFunctionArgs) {
  const door = enter(args)
  const { contribution, matter, closed } = await ownContribution(door)
  const minutes = door.ask.town.rules.editMinutes
  const { number, publicNumber, text, version, language } = contribution
  return {
    title: door.t('conversations:edit.title', { number }),
    formKey: door.formKey(),
    one: { number, publicNumber, text, version, language },
    about: { title: matter.title, language: matter.language, address: addressByTime(matter.address, number) },
    minutes,
    free: isFreeEdit(contribution, door.ask.now, minutes),
    closed: closed || contribution.hiddenAt !== null,
  }
}

export async function action(args: ActionFunctionArgs) {
  const door = await enterWithForm(args)
  // What was deleted can no longer be looked up; the permalink leads to the place where it stood.
  if (door.intent === 'delete' && (await door.sentBefore()))
    return door.goTo(`/beitraege/${door.params.number}`)
  const { contribution, matter } = await ownContribution(door)
  const back = addressByTime(matter.address, contribution.number)
  switch (door.intent) {
    case 'edit': {
      const form = await door.read(editForm)
      if (!form.ok) return door.invalid(form.problems)
      return door.runAndGo(editContribution, { contributionId: contribution.id, ...form.values }, () => back)
    }
    case 'delete':
      return door.runAndGo(deleteContribution, { contributionId: contribution.id }, () => back)
    default:
      throw door.refuse('not_found')
  }
}

export const meta = titled<typeof loader>(({ title }) => ({ title, hidden: true }))

export default function EditPage() {
  const { title, one, about, minutes, free, closed, formKey } = useLoaderData<typeof loader>()
  const { t } = useWords()
  const editing = useAnswer('edit')
  const here = `/beitraege/${one.publicNumber}/aendern`
  return (
    <div className="narrow flow">
      <h1>{title}</h1>
      <Answered />
      <p>
        {t('conversations:edit.about')}{' '}
        <Go to={about.address} lang={about.language}>
          {about.title}
        </Go>
      </p>
      {!closed && (
        <Form to={here} intent="edit" idempotencyKey={`${formKey}-edit`}>
          <input type="hidden" name="version" value={one.version} />
          <Field
            field={describe(editForm, 'text')}
            kind="textarea"
            rows={10}
            label={t('conversations:edit.text')}
            hint={t(free ? 'conversations:edit.free' : 'conversations:edit.kept', { minutes })}
            {...kept(editing, 'text', one.text)}
          />
          <Actions>
            <Button>{t('conversations:edit.save')}</Button>
            <Go className="text-button" to={about.address}>
              {t('conversations:edit.back')}
            </Go>
          </Actions>
        </Form>
      )}
      <Section id="loeschen" title={t('conversations:edit.delete-title')}>
        <p>{t('conversations:edit.delete-what')}</p>
        <Form to={here} intent="delete" idempotencyKey={`${formKey}-delete`}>
          <Button kind="quiet">{t('conversations:edit.delete')}</Button>
        </Form>
      </Section>
    </div>
  )
}
