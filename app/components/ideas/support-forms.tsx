import { Button, ButtonLink } from '#app/components/button.tsx'
import { Form } from '#app/components/form.tsx'
import type { PartProps } from '#app/components/ideas/idea-page.ts'
import { useWords } from '#app/i18n/words.tsx'

/** 'Das meine ich auch', how many do, and following: plain forms, taken back as easily as given. */
export function SupportForms({ page }: PartProps) {
  const { t } = useWords()
  const { idea, open, own, signedIn, supports, follows, supportForAgenda, may } = page
  const to = `/ideen/${idea.number}`
  return (
    <div className="support-forms">
      {open && !signedIn && (
        <ButtonLink full to={`/anmelden?zurueck=${to}`}>
          {t('ideas:support.sign-in')}
        </ButtonLink>
      )}
      {open && may.support && !own && !supports && (
        <Form to={to} intent="support">
          <Button full>{t('ideas:support.button')}</Button>
        </Form>
      )}
      {own && <p>{t('ideas:support.yours')}</p>}
      {supports && <p>{t('ideas:support.own')}</p>}
      <p className="hint">
        {t('ideas:support.count', { count: idea.supportCount })}{' '}
        {idea.state === 'talk' &&
          idea.supportCount < supportForAgenda &&
          t('ideas:support.threshold', { number: supportForAgenda })}
      </p>
      {supports && open && (
        <Form to={to} intent="unsupport">
          <Button kind="text">{t('ideas:support.undo')}</Button>
        </Form>
      )}
      {signedIn && (
        <Form to={to} intent={follows ? 'unfollow' : 'follow'}>
          <Button kind="text">{t(follows ? 'ideas:watch.unfollow' : 'ideas:watch.follow')}</Button>
        </Form>
      )}
    </div>
  )
}
