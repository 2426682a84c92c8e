import { Button } from '#app/components/button.tsx'
import { Form } from '#app/components/form.tsx'
import type { PasskeyPage } from '#app/domain/people/passkey.server.ts'
import { useWords } from '#app/i18n/words.tsx'
import { PasskeyScript } from './passkey-script.tsx'

/** The second way in. Hidden until the browser's script has found that it can. */
export function PasskeySignIn({ options, state, back }: PasskeyPage & { readonly back: string | null }) {
  const { t } = useWords()
  return (
    <section className="section flow" aria-labelledby="passkey">
      <h2 id="passkey">{t('people:passkey.sign-in-title')}</h2>
      <p data-without-passkey="sign-in">{t('people:passkey.without-script')}</p>
      <Form
        to="/anmelden"
        intent="passkey"
        state={state}
        data-passkey="sign-in"
        data-options={options}
        className="flow"
        hidden
      >
        {back && <input type="hidden" name="zurueck" value={back} />}
        <input type="hidden" name="response" value="" />
        <p>{t('people:passkey.sign-in-lead')}</p>
        <p hidden data-failed role="alert" tabIndex={-1} className="error">
          {t('people:passkey.failed')}
        </p>
        <Button kind="quiet">{t('people:passkey.sign-in')}</Button>
      </Form>
      <PasskeyScript />
    </section>
  )
}
