import { Button } from '#app/components/button.tsx'
import { Form } from '#app/components/form.tsx'
import type { ReadAmendment } from '#app/domain/standards/amendment-view.server.ts'
import { useWords, type WordKey } from '#app/i18n/words.tsx'

export interface AmendmentPageData {
  readonly formKey: string
  readonly standard: { readonly slug: string }
  readonly amendment: Pick<ReadAmendment, 'number' | 'cosigned'>
  readonly may: {
    readonly cosign: boolean
    readonly withdraw: boolean
    readonly reopen: boolean
    readonly answer: boolean
    readonly pull: boolean
    readonly off: boolean
  }
}

/** What one may do about an amendment: sign along, answer the editors, withdraw it, bring it in again. */
export function AmendmentActs({ page }: { readonly page: AmendmentPageData }) {
  const { t } = useWords()
  const { may, amendment, standard, formKey } = page
  const to = `/standards/${standard.slug}/aenderungen/${amendment.number}`
  const act = (intent: string, word: WordKey, value?: { name: string; value: string }) => (
    <Form to={to} intent={intent} idempotencyKey={`${formKey}-${value?.value ?? intent}`}>
      <Button kind="quiet" {...value}>
        {t(word)}
      </Button>
    </Form>
  )
  return (
    <>
      {may.answer && (
        <section className="flow" aria-labelledby="einverstanden">
          <h2 id="einverstanden" className="small">
            {t('standards:amendment.answer.ask')}
          </h2>
          <div className="actions">
            {act('answer', 'standards:amendment.answer.agree', { name: 'answer', value: 'agreed' })}
            {act('answer', 'standards:amendment.answer.keep', { name: 'answer', value: 'kept' })}
          </div>
        </section>
      )}
      <div className="actions">
        {may.cosign &&
          (amendment.cosigned
            ? act('uncosign', 'standards:amendment.cosign-off')
            : act('cosign', 'standards:amendment.cosign'))}
        {may.withdraw && act('withdraw', 'standards:amendment.withdraw')}
        {may.pull && act('pull', 'standards:agenda.pull')}
        {may.off && act('off', 'standards:agenda.off')}
        {may.reopen && act('reopen', 'standards:amendment.reopen')}
      </div>
      {may.pull && <p className="quiet">{t('standards:agenda.pull-hint')}</p>}
      {may.cosign && amendment.cosigned && <p>{t('standards:amendment.cosigned')}</p>}
    </>
  )
}
