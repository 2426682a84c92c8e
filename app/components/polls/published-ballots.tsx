import type { Issued, PublishedBallot } from '#app/domain/polls/ballots/published.ts'
import { useWords } from '#app/i18n/words.tsx'

export interface ShownFile {
  readonly hash: string
  readonly issued: Issued
  readonly count: number
  readonly shown: readonly {
    readonly hash: string | null
    readonly way: PublishedBallot['way']
    readonly ballot: string
  }[]
}

/** All ballots in an order that tells nothing, with what each is known by. */
export function PublishedBallots({ number, file }: { readonly number: number; readonly file: ShownFile }) {
  const { t } = useWords()
  const kinds = file.shown.some(({ way }) => way !== 'bare')
  return (
    <section className="flow" aria-labelledby="stimmen">
      <h2 id="stimmen">{t('ballots:page.published')}</h2>
      <p>
        {t('ballots:page.hash')} <code className="hash">{file.hash}</code>
      </p>
      <p className="quiet">{t('ballots:page.hash-more')}</p>
      <details>
        <summary>{t('ballots:page.show-all', { count: file.count })}</summary>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a frame that scrolls must be reachable by keyboard */}
        <section className="scroll-x" tabIndex={0} aria-label={t('ballots:page.caption')}>
          <table>
            <caption>{t('ballots:page.caption')}</caption>
            <thead>
              <tr>
                {kinds && <th scope="col">{t('ballots:page.column-hash')}</th>}
                {kinds && <th scope="col">{t('ballots:page.column-way')}</th>}
                <th scope="col">{t('ballots:page.column-ballot')}</th>
              </tr>
            </thead>
            <tbody>
              {file.shown.map((one, place) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: ballots without a hash have no name but their place
                <tr key={place}>
                  {kinds && <td>{one.hash ? <code>{one.hash.slice(0, 16)}</code> : '–'}</td>}
                  {kinds && <td>{t(`ballots:way.${one.way}`)}</td>}
                  <td>
                    <code>{one.ballot}</code>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
        {file.count > file.shown.length && (
          <p>
            <a href={`/abstimmungen/${number}/stimmen.json`}>{t('ballots:page.rest')}</a>
          </p>
        )}
      </details>
    </section>
  )
}
