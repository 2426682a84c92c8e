import { Alert } from '#app/components/alert.tsx'
import { Button, ButtonLink } from '#app/components/button.tsx'
import { Field } from '#app/components/field.tsx'
import { Form } from '#app/components/form.tsx'
import { Go } from '#app/components/go.tsx'
import {
  type GuidePurpose,
  type GuideSize,
  type GuideWish,
  guidePurposes,
  guideSizes,
  guideWishes,
  type Recommendation,
} from '#app/domain/polls/guide.ts'
import type { PollMethod } from '#app/domain/polls/method.ts'
import { useWords } from '#app/i18n/words.tsx'

/** Three questions in, a recommendation and its plain explanation out; every other way stays open below. */
export function Guide({
  guide,
  methods,
}: {
  readonly guide: {
    readonly purpose: GuidePurpose | null
    readonly size: GuideSize | null
    readonly wish: GuideWish | null
    readonly recommended: Recommendation | null
  }
  readonly methods: readonly PollMethod[]
}) {
  const { t } = useWords()
  const link = (method: PollMethod) => `/abstimmungen/neu?methode=${method}`
  return (
    <>
      {guide.recommended && (
        <Alert
          state="done"
          title={t('polls:guide.recommended', { method: t(`polls:method.${guide.recommended.method}`) })}
        >
          <p>{t(`polls:rule.${guide.recommended.method}`)}</p>
          <p>
            <ButtonLink to={link(guide.recommended.method)}>{t('polls:guide.take')}</ButtonLink>
          </p>
          <p>
            {t('polls:guide.besides')}{' '}
            {guide.recommended.besides.map((method, place) => (
              <span key={method}>
                {place > 0 && ', '}
                <Go to={link(method)}>{t(`polls:method.${method}`)}</Go>
              </span>
            ))}
          </p>
        </Alert>
      )}
      <Form to="/abstimmungen/neu" method="get" className="form">
        <Field
          field={{ name: 'worum', required: true }}
          kind="radios"
          label={t('polls:guide.purpose')}
          value={guide.purpose}
          options={guidePurposes.map((value) => ({ value, label: t(`polls:guide.purposes.${value}`) }))}
        />
        <Field
          field={{ name: 'wie-viele', required: true }}
          kind="radios"
          label={t('polls:guide.size')}
          value={guide.size}
          options={guideSizes.map((value) => ({ value, label: t(`polls:guide.sizes.${value}`) }))}
        />
        <Field
          field={{ name: 'wichtig', required: true }}
          kind="radios"
          label={t('polls:guide.wish')}
          value={guide.wish}
          options={guideWishes.map((value) => ({ value, label: t(`polls:guide.wishes.${value}`) }))}
        />
        <div className="actions">
          <Button kind={guide.recommended ? 'quiet' : 'main'}>{t('polls:guide.ask')}</Button>
        </div>
      </Form>
      <details>
        <summary>{t('polls:guide.all')}</summary>
        <dl className="method-list">
          {methods.map((method) => (
            <div key={method}>
              <dt>
                <Go to={link(method)}>{t(`polls:method.${method}`)}</Go>
              </dt>
              <dd>{t(`polls:rule.${method}`)}</dd>
            </div>
          ))}
        </dl>
      </details>
    </>
  )
}
