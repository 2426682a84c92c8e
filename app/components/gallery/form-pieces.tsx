import { Actions, Button, ButtonLink } from '#app/components/button.tsx'
import { ErrorSummary } from '#app/components/error-summary.tsx'
import { Field } from '#app/components/field.tsx'
import { Form } from '#app/components/form.tsx'
import { useGalleryWords } from '#app/components/gallery/gallery-words.ts'
import { Pager } from '#app/components/pager.tsx'
import { ProgressSteps } from '#app/components/progress-steps.tsx'
import { Section } from '#app/components/section-head.tsx'
import { Tabs } from '#app/components/tabs.tsx'

const here = '/demo/bausteine'

export function FormPieces() {
  const words = useGalleryWords()
  return (
    <>
      <Section id="buttons" title={words.heads.buttons} voice="citizens">
        <div className="flow">
          <Actions>
            <Button type="button">{words.buttons.main}</Button>
            <Button type="button" kind="quiet">
              {words.buttons.quiet}
            </Button>
            <Button type="button" disabled>
              {words.buttons.closed}
            </Button>
            <Button type="button" kind="text">
              {words.buttons.text}
            </Button>
          </Actions>
          <Actions>
            <ButtonLink to={here} big>
              {words.buttons.big}
            </ButtonLink>
            <span data-voice="table">
              <Button type="button">{words.buttons.table}</Button>
            </span>
            <span data-voice="council">
              <Button type="button">{words.buttons.council}</Button>
            </span>
          </Actions>
        </div>
      </Section>
      <Section id="fields" title={words.heads.fields} voice="citizens">
        <Fields />
      </Section>
      <Section id="mistakes" title={words.heads.errors} voice="citizens">
        <Mistakes />
      </Section>
      <Section id="steps" title={words.heads.steps} voice="council">
        <div className="flow">
          <ProgressSteps at={2} />
          <Tabs
            label={words.tabs.label}
            tabs={[
              { to: here, title: words.tabs.reasons, current: true },
              { to: `${here}?ansicht=zeit`, title: words.tabs.time },
              { to: `${here}?ansicht=eins`, title: words.tabs.one },
            ]}
          />
          <Pager page={5} pages={9} address={(page) => `${here}?seite=${page}`} />
        </div>
      </Section>
    </>
  )
}

function Fields() {
  const words = useGalleryWords().fields
  const answers = [
    { value: 'yes', label: words.yes },
    { value: 'no', label: words.no },
    { value: 'abstain', label: words.abstain, hint: words['abstain-hint'] },
  ]
  const topics = [
    { value: 'rooms', label: words.rooms },
    { value: 'money', label: words.money },
    { value: 'youth', label: words.youth },
  ]
  return (
    <Form className="form" to={here} method="get">
      <Field
        field={{ name: 'title', required: true, min: 8, max: 80 }}
        label={words.title}
        hint={words['title-hint']}
        value={words['title-value']}
      />
      <Field
        field={{ name: 'text', required: true, max: 2000 }}
        kind="textarea"
        label={words.text}
        hint={words['text-hint']}
      />
      <Field
        field={{ name: 'place' }}
        kind="select"
        label={words.place}
        value="welper"
        options={[
          { value: '', label: words.anywhere },
          { value: 'welper', label: 'Welper' },
          { value: 'blankenstein', label: 'Blankenstein' },
        ]}
      />
      <Field
        field={{ name: 'mail' }}
        type="email"
        autoComplete="email"
        label={words.mail}
        hint={words['mail-hint']}
      />
      <Field field={{ name: 'day', required: true }} type="date" label={words.day} value="2026-03-12" />
      <Field
        field={{ name: 'agree', required: true }}
        kind="radios"
        label={words.agree}
        options={answers}
        value="no"
      />
      <Field
        field={{ name: 'topics' }}
        kind="checkboxes"
        label={words.topics}
        options={topics}
        value={['money']}
      />
      <Field field={{ name: 'picture' }} kind="file" accept="image/*" label={words.picture} />
      <Field field={{ name: 'rights', required: true }} kind="checkbox" label={words.rights} value={true} />
    </Form>
  )
}

function Mistakes() {
  const words = useGalleryWords().fields
  const errors = [
    { name: 'code', message: words['code-error'] },
    { name: 'why', message: words['text-error'] },
    { name: 'vote', message: words['agree-error'] },
    { name: 'may', message: words['rights-error'] },
  ]
  const messageOf = (name: string) => errors.find((error) => error.name === name)?.message
  return (
    <Form className="form" to={here} method="get">
      <ErrorSummary errors={errors} />
      <Field
        field={{ name: 'code', required: true }}
        autoComplete="one-time-code"
        inputMode="numeric"
        label={words.code}
        error={messageOf('code')}
        value="482913"
      />
      <Field
        field={{ name: 'why', required: true, max: 2000 }}
        kind="textarea"
        label={words.text}
        error={messageOf('why')}
        value={words['title-value']}
      />
      <Field
        field={{ name: 'vote', required: true }}
        kind="radios"
        label={words.agree}
        error={messageOf('vote')}
        options={[
          { value: 'yes', label: words.yes },
          { value: 'no', label: words.no },
        ]}
      />
      <Field
        field={{ name: 'may', required: true }}
        kind="checkbox"
        label={words.rights}
        error={messageOf('may')}
      />
    </Form>
  )
}
