import { useEffect, useRef, useState } from 'react'
import { kept, useAnswer } from '#app/components/answered.tsx'
import { Field } from '#app/components/field.tsx'
import { Form, type FormProps } from '#app/components/form.tsx'
import { describe } from '#app/domain/form.ts'
import { taskForm } from '#app/domain/meetings/meeting.form.ts'
import type { Stand } from '#app/domain/meetings/stand.ts'
import { useWords } from '#app/i18n/words.tsx'

/** Goes along with the item that is on, but never under somebody's hands: what is being typed stays, with its item. */
export function FollowingForm({
  stand,
  itemId,
  children,
  ...form
}: { readonly stand: Stand; readonly itemId: string } & FormProps) {
  const [held, setHeld] = useState(itemId)
  const writing = useRef(false)
  useEffect(() => {
    if (!writing.current) setHeld(itemId)
  }, [itemId])
  return (
    <Form
      className="form"
      key={held}
      onInput={(event) => {
        writing.current = new FormData(event.currentTarget).get('text') !== ''
      }}
      {...form}
    >
      <ItemField stand={stand} itemId={held} id={`${form.intent}-item`} />
      {children}
    </Form>
  )
}

function ItemField({
  stand,
  itemId,
  id,
}: {
  readonly stand: Stand
  readonly itemId: string
  readonly id: string
}) {
  const { t } = useWords()
  return (
    <Field
      field={{ name: 'item', required: true }}
      id={id}
      kind="select"
      label={t('meetings:desk.item')}
      value={itemId}
      options={stand.items.flatMap((item) =>
        item.open ? [{ value: item.id, label: `${item.number} ${item.open.title}` }] : [],
      )}
    />
  )
}

export function TaskFields({ stand }: { readonly stand: Stand }) {
  const { t } = useWords()
  const answer = useAnswer('task')
  return (
    <>
      <Field
        field={describe(taskForm, 'text')}
        id="task-text"
        label={t('meetings:task.text')}
        {...kept(answer, 'text')}
      />
      <Field
        field={describe(taskForm, 'owner')}
        label={t('meetings:task.owner')}
        {...kept(answer, 'owner')}
      />
      <Field
        field={describe(taskForm, 'ownerId')}
        kind="select"
        label={t('meetings:task.owner-account')}
        {...kept(answer, 'ownerId')}
        options={[
          { value: '', label: t('meetings:task.nobody') },
          ...stand.seats.map((seat) => ({ value: seat.accountId, label: seat.name ?? t('bodies:deleted') })),
        ]}
      />
      <Field
        field={describe(taskForm, 'dueOn')}
        type="date"
        label={t('meetings:task.due')}
        {...kept(answer, 'dueOn')}
      />
    </>
  )
}
