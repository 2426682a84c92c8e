import { useWords } from '#app/i18n/words.tsx'

/** Programs fill in whatever they find. People neither see this field nor reach it with the keyboard. */
export function Trap() {
  const { t } = useWords()
  return (
    <div className="trap" aria-hidden="true">
      <label>
        {t('moderation:report.trap')}
        <input type="text" name="website" tabIndex={-1} autoComplete="off" defaultValue="" />
      </label>
    </div>
  )
}
