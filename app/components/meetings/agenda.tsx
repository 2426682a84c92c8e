import { Go } from '#app/components/go.tsx'
import type { MeetingPart } from '#app/components/meetings/meeting-page.ts'
import { PaperList } from '#app/components/meetings/paper-list.tsx'
import { Time } from '#app/components/time.tsx'
import type { ItemChange } from '#app/domain/meetings/invitation-changes.ts'
import type { StandItem } from '#app/domain/meetings/stand.ts'
import { useWords } from '#app/i18n/words.tsx'

/** The agenda as everybody may see it; of what is closed the number and that it is closed. */
export function Agenda({ page: { stand, papers, changes } }: Pick<MeetingPart, 'page'>) {
  const { t } = useWords()
  if (stand.items.length === 0) return <p>{t('meetings:agenda.empty')}</p>
  return (
    <ol className="agenda-list">
      {stand.items.map((item) => (
        <li
          key={item.id}
          className={item.number.includes('.') ? 'below' : undefined}
          aria-current={item.state === 'current' ? 'step' : undefined}
        >
          <span className="number">{item.number}</span>
          <div>
            {item.open ? (
              <Go to={`/runder-tisch/punkte/${item.open.publicNumber}`}>{item.open.title}</Go>
            ) : (
              <span>{t('meetings:closed.title')}</span>
            )}
            <p className="quiet">
              <ItemFacts item={item} change={changes.items[item.id]} />
            </p>
            {item.open && (papers[item.id]?.length ?? 0) > 0 && <PaperList papers={papers[item.id] ?? []} />}
          </div>
        </li>
      ))}
    </ol>
  )
}

function ItemFacts({ item, change }: { readonly item: StandItem; readonly change: ItemChange | undefined }) {
  const { t } = useWords()
  return (
    <>
      {item.open && `${t(`meetings:kind.${item.open.kind}`)}, `}
      {t('meetings:minutes-long', { count: item.minutes })}
      {item.open?.audience === 'inside' && `, ${t('meetings:audience.inside')}`}
      {item.open?.ideaNumber && (
        <>
          ,{' '}
          <Go to={`/ideen/${item.open.ideaNumber}`}>
            {t('meetings:agenda.from-idea', { number: item.open.ideaNumber })}
          </Go>
        </>
      )}
      {item.open?.mark && (
        <>
          {' · '}
          <strong>{t(`meetings:agenda.mark.${item.open.mark.is}`)}</strong>,{' '}
          <Time at={item.open.mark.at} as="date" />
          {change?.title && `, ${t('meetings:agenda.mark.title-was', { title: change.title.invited })}`}
        </>
      )}
      {change?.number && (
        <>
          {' · '}
          <strong>{t('meetings:agenda.mark.moved')}</strong>, <Time at={change.number.at} as="date" />,{' '}
          {t('meetings:agenda.mark.number-was', { number: change.number.invited })}
        </>
      )}
      {item.state !== 'ahead' && item.calledAt && (
        <>
          {' · '}
          {t(`meetings:item-state.${item.state}`)}, <Time at={item.calledAt} as="time" />
        </>
      )}
    </>
  )
}
