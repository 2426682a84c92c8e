import { Go } from '#app/components/go.tsx'
import { useWords } from '#app/i18n/words.tsx'

/** Ways to read the text, and the pages around it. */
export function StandardTools({
  slug,
  plain,
  lines,
  may,
}: {
  readonly slug: string
  readonly plain: boolean
  readonly lines: boolean
  readonly may: { readonly draft: boolean; readonly clock: boolean }
}) {
  const { t } = useWords()
  const here = `/standards/${slug}`
  const asked = (wish: { plain: boolean; lines: boolean }) => {
    const query = [wish.plain && 'sprache=einfach', wish.lines && 'zeilen=1'].filter(Boolean).join('&')
    return query === '' ? here : `${here}?${query}`
  }
  return (
    <nav className="link-line" aria-label={t('standards:tools')}>
      <Go to={asked({ plain: !plain, lines })}>{plain ? t('standards:plain-off') : t('standards:plain')}</Go>
      <Go to={asked({ plain, lines: !lines })}>{lines ? t('standards:lines-off') : t('standards:lines')}</Go>
      <Go to={`${here}/synopse`}>{t('standards:to-synopsis')}</Go>
      <Go to={`${here}/aenderungen`}>{t('standards:to-amendments')}</Go>
      <Go to={`${here}/fassungen`}>{t('standards:to-versions')}</Go>
      <Go to={`${here}/karten`}>{t('standards:to-cards')}</Go>
      <Go to={`${here}/wir-arbeiten-danach`}>{t('standards:to-declarations')}</Go>
      <Go to={`${here}/frueher`}>{t('standards:to-former')}</Go>
      {may.draft && <Go to={`${here}/werkstatt`}>{t('standards:to-workshop')}</Go>}
      <a href={`${here}/text.md`} download>
        {t('standards:to-markdown')}
      </a>
      <a href={`${here}/text.docx`} download>
        {t('standards:docx.link')}
      </a>
      {may.clock && <Go to={`${here}/uhr`}>{t('standards:clock.steer.link')}</Go>}
    </nav>
  )
}
