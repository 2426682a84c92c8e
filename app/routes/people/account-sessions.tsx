import { Actions, Button } from '#app/components/button.tsx'
import { Form } from '#app/components/form.tsx'
import { Section } from '#app/components/section-head.tsx'
import { Time } from '#app/components/time.tsx'
import { useWords } from '#app/i18n/words.tsx'

interface SessionsPartProps {
  readonly sessions: readonly {
    readonly id: string
    readonly device: string
    readonly seenAt: string
    readonly here: boolean
  }[]
  readonly formKey: string
}

/** Where one is signed in; a lost telephone is signed out from here. */
export function SessionsPart({ sessions, formKey }: SessionsPartProps) {
  const { t } = useWords()
  return (
    <Section id="geraete" title={t('people:session.title')} lead={t('people:session.lead')}>
      <div className="flow">
        <ul className="rows">
          {sessions.map((session) => {
            const device = session.device === '' ? t('people:session.unknown') : session.device
            return (
              <li key={session.id}>
                <p>
                  <strong>{device}</strong>
                  {session.here && <> ({t('people:session.here')})</>}
                  <br />
                  {t('people:session.seen')} <Time at={session.seenAt} />
                </p>
                {!session.here && (
                  <Form to="/konto" intent="end-one" idempotencyKey={`${formKey}:${session.id}`}>
                    <input type="hidden" name="sessionId" value={session.id} />
                    <Button kind="text">
                      {t('people:session.end')}
                      <span className="hidden-text">: {device}</span>
                    </Button>
                  </Form>
                )}
              </li>
            )
          })}
        </ul>
        <Actions>
          {sessions.length > 1 && (
            <Form to="/konto" intent="end-others" idempotencyKey={`${formKey}:others`}>
              <Button kind="quiet">{t('people:session.end-others')}</Button>
            </Form>
          )}
          <Form to="/konto" intent="end-all" idempotencyKey={`${formKey}:all`}>
            <Button kind="quiet">{t('people:session.end-all')}</Button>
          </Form>
        </Actions>
      </div>
    </Section>
  )
}
