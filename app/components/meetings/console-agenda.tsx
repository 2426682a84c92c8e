import type { ConsolePart } from '#app/components/meetings/console.tsx'
import { Deed } from '#app/components/meetings/deed.tsx'
import { clock, townZone } from '#app/i18n/dates.ts'
import { useWords } from '#app/i18n/words.tsx'

/** The agenda at the console: where the meeting is, and every item one press away. */
export function ConsoleAgenda(part: ConsolePart) {
  const { t } = useWords()
  const { stand } = part
  const on = stand.state === 'running'
  return (
    <section className="console-agenda" aria-labelledby="konsole-tagesordnung">
      <h2 id="konsole-tagesordnung">{t('meetings:agenda.title')}</h2>
      <ol className="agenda-list">
        {stand.items.map((item) => (
          <li key={item.id} aria-current={item.state === 'current' ? 'step' : undefined}>
            <span className="number">{item.number}</span>
            <div>
              <strong>{item.open?.title ?? t('meetings:closed.title')}</strong>
              <p className="quiet">
                {item.calledAt
                  ? clock(item.calledAt, townZone)
                  : t('meetings:minutes-long', { count: item.minutes })}
                {item.state !== 'ahead' && `, ${t(`meetings:item-state.${item.state}`)}`}
                {item.open?.audience === 'inside' && `, ${t('meetings:audience.inside')}`}
              </p>
              {on && (item.state === 'ahead' || item.state === 'postponed') && (
                <details>
                  <summary>
                    {t('meetings:console.call-item')}
                    <span className="hidden-text">: {item.open?.title ?? item.number}</span>
                  </summary>
                  <Deed part={part} intent="item-called" fields={{ item: item.id }}>
                    {t('meetings:console.call-this')}
                  </Deed>
                </details>
              )}
            </div>
          </li>
        ))}
      </ol>
    </section>
  )
}
