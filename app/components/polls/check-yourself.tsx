import { useEffect, useState } from 'react'
import { Alert } from '#app/components/alert.tsx'
import { Button } from '#app/components/button.tsx'
import type { Receipt } from '#app/domain/polls/ballots/receipt.ts'
import type { Finding } from '#app/domain/polls/ballots/verify.ts'
import { useWords } from '#app/i18n/words.tsx'
import { onDevice } from '#app/live/use-draft.ts'

/** The verifier in the browser: the very code of pruefen.mjs, fetched only when somebody wants to know. */
export function CheckYourself({
  number,
  pollId,
  blind,
}: {
  readonly number: number
  readonly pollId: string
  readonly blind: boolean
}) {
  const { t } = useWords()
  const [awake, setAwake] = useState(false)
  const [receipt, setReceipt] = useState<Receipt | null>(null)
  const [busy, setBusy] = useState(false)
  const [failed, setFailed] = useState<string | null>(null)
  const [findings, setFindings] = useState<readonly Finding[] | null>(null)
  const [unsigned, setUnsigned] = useState(0)
  useEffect(() => {
    setAwake(window.isSecureContext)
    const kept = onDevice((device) => device.getItem(`stimmtisch-beleg-${pollId}`))
    if (kept !== null) setReceipt(JSON.parse(kept) as Receipt)
  }, [pollId])

  const check = async (own: Receipt | null) => {
    setBusy(true)
    setFailed(null)
    try {
      const [{ verifyFile, unsignedIn }, { readPublished }, answer] = await Promise.all([
        import('#app/domain/polls/ballots/verify.ts'),
        import('#app/domain/polls/ballots/read-published.ts'),
        fetch(`/abstimmungen/${number}/stimmen.json`),
      ])
      const file = readPublished(await answer.text())
      setFindings(await verifyFile(file, { receipt: own }))
      setUnsigned(unsignedIn(file))
    } catch {
      setFailed(t('ballots:trouble-here.offline'))
    } finally {
      setBusy(false)
    }
  }
  const open = async (file: File) => {
    const { readReceipt } = await import('#app/domain/polls/ballots/read-published.ts')
    try {
      const own = readReceipt(await file.text())
      setReceipt(own)
      await check(own)
    } catch {
      setFailed(t('ballots:trouble.no-receipt'))
    }
  }

  return (
    <section className="flow" aria-labelledby="nachzaehlen">
      <h2 id="nachzaehlen">{t('ballots:page.recount')}</h2>
      {awake && (
        <>
          <p>{t('ballots:page.recount-more')}</p>
          <div className="actions">
            <Button type="button" big disabled={busy} onClick={() => void check(receipt)}>
              {t('ballots:page.recount-now')}
            </Button>
          </div>
          {blind && (
            <div className="field">
              <label htmlFor="beleg-datei">
                {t(receipt ? 'ballots:page.receipt-other' : 'ballots:page.receipt')}
              </label>
              <p className="hint" id="beleg-datei-hint">
                {t(receipt ? 'ballots:page.receipt-here' : 'ballots:page.receipt-hint')}
              </p>
              <input
                type="file"
                id="beleg-datei"
                accept=".json,application/json"
                aria-describedby="beleg-datei-hint"
                onChange={(event) => {
                  const file = event.target.files?.[0]
                  if (file) void open(file)
                }}
              />
            </div>
          )}
        </>
      )}
      <div aria-live="polite" className="flow">
        {failed && <Alert state="error" title={failed} />}
        {findings && <Findings findings={findings} />}
        {findings && unsigned > 0 && <p>{t('ballots:page.unsigned', { count: unsigned })}</p>}
      </div>
      <p>{t('ballots:page.alone')}</p>
      <ul>
        <li>
          <a href={`/abstimmungen/${number}/stimmen.json`}>{t('ballots:page.file')}</a>
        </li>
        <li>
          <a href="/pruefen.mjs" download>
            {t('ballots:page.program')}
          </a>
        </li>
      </ul>
      <pre>
        <code>{`node pruefen.mjs stimmen-${number}.json`}</code>
      </pre>
    </section>
  )
}

/** What was checked, in the order in which it was, each with its verdict as a word. */
export function Findings({ findings }: { readonly findings: readonly Finding[] }) {
  const { t } = useWords()
  const wrong = findings.some(({ verdict }) => verdict === 'wrong')
  return (
    <>
      <Alert
        state={wrong ? 'error' : 'done'}
        title={t(wrong ? 'ballots:verifier.wrong' : 'ballots:verifier.all-right')}
      />
      <ul className="findings plain">
        {findings
          .filter(({ verdict }) => verdict !== 'not-needed')
          .map(({ check, verdict, count, wrong: which }) => (
            <li key={check} data-verdict={verdict}>
              <strong>{t(`ballots:verdict.${verdict}`)}</strong>
              <span>
                {verdict === 'right' || verdict === 'wrong'
                  ? t(`ballots:check.${check}.${verdict}`, { count, wrong: which.slice(0, 5).join(', ') })
                  : t('ballots:cannot-tell')}
              </span>
            </li>
          ))}
      </ul>
    </>
  )
}
