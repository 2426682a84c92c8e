import { useEffect, useState } from 'react'
import { Alert } from '#app/components/alert.tsx'
import { Button } from '#app/components/button.tsx'
import { Form } from '#app/components/form.tsx'
import { Go } from '#app/components/go.tsx'
import { useWords } from '#app/i18n/words.tsx'
import { forgetAllButVotes, hasTokenHere } from '#app/live/forget-here.ts'

export interface DrawnToken {
  readonly pollId: string
  readonly number: number
  readonly question: string
}

/** One button; two where a token may lie on this device, since there is no second one and the next person could use it. */
export function SignOutForm({ tokens }: { readonly tokens: readonly DrawnToken[] }) {
  const { t } = useWords()
  const [here, setHere] = useState(tokens)
  const [awake, setAwake] = useState(false)
  useEffect(() => {
    setHere(tokens.filter(({ pollId }) => hasTokenHere(pollId)))
    setAwake(true)
  }, [tokens])
  if (here.length === 0) {
    return (
      <Form to="/abmelden" intent="sign-out">
        <Button>{t('people:sign-out.send')}</Button>
      </Form>
    )
  }
  return (
    <>
      <Alert state="soon" title={t('people:sign-out.token-title')}>
        <ul>
          {here.map(({ pollId, number, question }) => (
            <li key={pollId}>
              <Go to={`/abstimmungen/${number}/stimmausweis`}>{question}</Go>
            </li>
          ))}
        </ul>
        <p>{t('people:sign-out.token-more')}</p>
      </Alert>
      <Form className="form" to="/abmelden" intent="sign-out">
        <div className="actions">
          {/* Only an awake page can tidy up around the token. Where scripts never run there is none. */}
          {awake && (
            <Button name="tokens" value="keep" onClick={forgetAllButVotes}>
              {t('people:sign-out.keep')}
            </Button>
          )}
          <Button kind="quiet" name="tokens" value="forget">
            {t('people:sign-out.forget')}
          </Button>
        </div>
        <p className="who-sees">{t('people:sign-out.own-device')}</p>
      </Form>
    </>
  )
}
