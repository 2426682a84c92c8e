import { useRef } from 'react'
import { Alert } from '#app/components/alert.tsx'
import { kept, useAnswer } from '#app/components/answered.tsx'
import { Button, ButtonLink } from '#app/components/button.tsx'
import { Composer } from '#app/components/composer.tsx'
import { addressWith } from '#app/components/conversations/address.ts'
import { Field } from '#app/components/field.tsx'
import { Go } from '#app/components/go.tsx'
import { contributionForm } from '#app/domain/conversations/contribution.form.ts'
import { openingMoves, replyMoves } from '#app/domain/conversations/contribution.ts'
import { describe } from '#app/domain/form.ts'
import type { LoadedConversation } from '#app/http/conversation.server.ts'
import { useWords } from '#app/i18n/words.tsx'
import { useDraft } from '#app/live/use-draft.ts'
import { useDraftInBox } from '#app/live/use-draft-in-box.ts'
import { useSending } from '#app/live/use-sending.ts'

interface ComposingProps {
  readonly talk: LoadedConversation
  onTyping(): void
  onSent(number: number): void
}

/** Where one writes: the form, or why there is none. */
export function Composing(props: ComposingProps) {
  const { talk } = props
  if (talk.may.contribute) return <Writing {...props} />
  return (
    <>
      <NotTaken />
      <NoWriting talk={talk} />
    </>
  )
}

/** The talk was closed while somebody wrote: they are told why, and keep their words. */
function NotTaken() {
  const { t } = useWords()
  const answer = useAnswer('contribute')
  if (!answer) return null
  return (
    <Alert state="error" role="alert" title={t('conversations:composer.refused')}>
      {answer.refusal && <p>{answer.refusal}</p>}
      <Field
        kind="textarea"
        field={{ name: 'text' }}
        label={t('conversations:composer.your-words')}
        {...kept(answer, 'text')}
      />
    </Alert>
  )
}

function NoWriting({ talk }: Pick<ComposingProps, 'talk'>) {
  const { t } = useWords()
  if (!talk.open) return <Alert title={t('conversations:composer.closed')} />
  if (talk.signedIn) return <Alert title={t('conversations:composer.paused')} />
  return (
    <Alert title={t('conversations:composer.sign-in-first')}>
      <p>
        <ButtonLink kind="quiet" to={`/anmelden?zurueck=${encodeURIComponent(talk.here)}`}>
          {t('conversations:composer.sign-in')}
        </ButtonLink>
      </p>
    </Alert>
  )
}

function Writing({ talk, onTyping, onSent }: ComposingProps) {
  const { t } = useWords()
  const place = useRef<HTMLDivElement>(null)
  const draft = useDraft(talk.id)
  useDraftInBox(place, draft)
  const sending = useSending(`/gespraech/${talk.id}`, (number) => {
    place.current?.querySelector('form')?.reset()
    const box = place.current?.querySelector('textarea')
    if (box) box.value = ''
    draft.forget()
    onSent(number)
  })
  const plain = useAnswer('contribute')
  const answer = sending.answer ?? plain
  const { answering } = talk
  return (
    <div
      ref={place}
      onSubmit={sending.onSubmit}
      onInput={(input) => {
        if (!(input.target instanceof HTMLTextAreaElement)) return
        draft.keep(input.target.value)
        onTyping()
      }}
    >
      <Composer
        to={`${talk.here}#schreiben`}
        intent="contribute"
        idempotencyKey={`${talk.formKey}-new`}
        moves={answering ? replyMoves : openingMoves}
        move={kept(answer, 'move').value || (answering ? 'answer' : null)}
        text={kept(answer, 'text').value}
        moveField={describe(contributionForm, 'move')}
        textField={describe(contributionForm, 'text')}
        errors={answer?.errors}
        send={t(sending.busy ? 'conversations:composer.sending' : 'conversations:composer.send')}
        before={
          <>
            {answer?.refusal && (
              <Alert state="error" role="alert" title={t('conversations:composer.refused')}>
                <p>{answer.refusal}</p>
              </Alert>
            )}
            {answering && (
              <p>
                {t('conversations:composer.answering', { number: answering.number })}{' '}
                <Go className="text-button" to={`${addressWith(talk.here, { antwort: null })}#schreiben`}>
                  {t('conversations:composer.not-answering')}
                </Go>
              </p>
            )}
          </>
        }
      >
        {answering && <input type="hidden" name="parent" value={answering.publicNumber} />}
        <p className="quiet">{t('conversations:composer.mention')}</p>
        {talk.may.speakFor !== null && (
          <Field
            kind="checkbox"
            id="schreiben-official"
            field={describe(contributionForm, 'official')}
            label={t('conversations:composer.official', { office: talk.may.speakFor })}
            value={kept(answer, 'official').value}
          />
        )}
        {sending.failed && (
          <Alert state="error" role="alert" title={t('conversations:composer.not-sent')}>
            <p>{t('conversations:composer.not-sent-more')}</p>
          </Alert>
        )}
        {sending.sent && (
          <p className="quiet" role="status">
            {t('conversations:composer.sent')}
          </p>
        )}
        {draft.found !== null && (
          <p className="quiet">
            {t('conversations:composer.draft')}{' '}
            <Button
              kind="text"
              type="button"
              onClick={() => {
                draft.forget()
                const box = place.current?.querySelector('textarea')
                if (box) box.value = ''
              }}
            >
              {t('conversations:composer.forget-draft')}
            </Button>
          </p>
        )}
      </Composer>
    </div>
  )
}
