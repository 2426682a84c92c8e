import { Alert } from '#app/components/alert.tsx'
import { Button } from '#app/components/button.tsx'
import { Go } from '#app/components/go.tsx'
import { ringOf } from '#app/components/ideas/ring.ts'
import { Status } from '#app/components/status.tsx'
import { useWords } from '#app/i18n/words.tsx'
import type { SimilarShown } from '#app/routes/ideas/new-steps.server.ts'

/** Ideas like the one being written. Joining is a button of the form around it, so what was typed goes along. */
export function SimilarList({
  similar,
  joined,
  account,
}: {
  readonly similar: readonly SimilarShown[]
  readonly joined: number | null
  readonly account: boolean
}) {
  const { t } = useWords()
  return (
    <section className="similar flow" aria-labelledby="similar">
      <h2 id="similar" className="small">
        {t('ideas:similar.title')}
      </h2>
      <p>
        {similar.length === 0 ? t('ideas:similar.none') : t('ideas:similar.found', { count: similar.length })}
        {similar.length > 0 && ` ${t('ideas:similar.lead')}`}
      </p>
      {joined !== null && <Joined number={joined} />}
      {similar.length > 0 && (
        <ul className="plain similar-ideas">
          {similar.map((idea) => (
            <li key={idea.number}>
              <SimilarIdea idea={idea} />
              <div className="actions">
                {account && !idea.own && idea.number !== joined && (
                  <Button kind="quiet" name="also" value={idea.number}>
                    {t('ideas:similar.also')}
                    <span className="hidden-text"> ({t('ideas:similar.look', { number: idea.number })})</span>
                  </Button>
                )}
                {idea.own && <p>{t('ideas:similar.own')}</p>}
              </div>
            </li>
          ))}
        </ul>
      )}
      {similar.length > 0 && !account && <p className="hint">{t('ideas:similar.guest')}</p>}
    </section>
  )
}

export function SimilarIdea({ idea }: { readonly idea: SimilarShown }) {
  const { t } = useWords()
  return (
    <details>
      <summary>
        <span lang={idea.language} dir="auto">
          {idea.title}
        </span>
      </summary>
      <p lang={idea.language} dir="auto">
        {idea.thought}
      </p>
      <p>
        <Status state={ringOf(idea.state)}>{t(`ideas:state.${idea.state}`)}</Status>
      </p>
      <p>
        <Go to={`/ideen/${idea.number}`}>{t('ideas:similar.look', { number: idea.number })}</Go>
      </p>
    </details>
  )
}

export function Joined({ number }: { readonly number: number }) {
  const { t } = useWords()
  return (
    <Alert state="done" role="status" title={t('ideas:similar.counted', { number })}>
      <p>
        <Go to={`/ideen/${number}`}>{t('ideas:similar.to-idea', { number })}</Go>{' '}
        {t('ideas:similar.or-go-on')}
      </p>
    </Alert>
  )
}
