import { type MouseEvent, useEffect, useState } from 'react'
import { Icon } from '#app/components/icon.tsx'
import { type BallotProps, filledText } from '#app/components/polls/ballot-fields.tsx'
import { nudge, placeField } from '#app/domain/polls/ballot-form.ts'
import { useWords } from '#app/i18n/words.tsx'

/**
 * Places from the top: a list of places for every option, and two buttons that work with and without scripts.
 * With scripts the rows stay where they are; only their numbers change, so that nobody loses their place in reading.
 */
export function RankBallot({ options, rules, filled }: BallotProps) {
  const { t } = useWords()
  const written = Object.fromEntries(
    rules.keys.map((key) => {
      const place = filledText(filled, placeField(key))
      return [key, place === '' ? null : Number(place)]
    }),
  )
  const [places, setPlaces] = useState<Record<string, number | null>>(written)
  const [moved, setMoved] = useState<string | null>(null)
  const [awake, setAwake] = useState(false)
  useEffect(() => setAwake(true), [])
  const all = options.length
  const move = (event: MouseEvent, key: string, direction: 'up' | 'down') => {
    event.preventDefault()
    setPlaces((now) => nudge(now, key, direction))
    setMoved(key)
  }
  const told = options.find(({ key }) => key === moved)
  return (
    <fieldset className="field">
      <legend>{t('polls:ask.rank')}</legend>
      <p className="hint">{t('polls:hint.rank')}</p>
      <ol className="rank-list">
        {options.map(({ key, title, about }) => {
          const place = places[key] ?? null
          return (
            <li key={key}>
              <span className="name">
                {title}
                {about !== '' && <small>{about}</small>}
              </span>
              <div className="controls">
                <label htmlFor={`field-${placeField(key)}`}>
                  <span>
                    {t('polls:rank.place')}
                    <span className="hidden-text"> {t('polls:rank.for', { title })}</span>
                  </span>
                  <PlaceSelect
                    name={placeField(key)}
                    place={place}
                    all={all}
                    controlled={awake}
                    none={t('polls:rank.none')}
                    onChoose={(chosen) => setPlaces((now) => ({ ...now, [key]: chosen }))}
                  />
                </label>
                <Nudge direction="up" option={key} title={title} off={awake && place === 1} onMove={move} />
                <Nudge
                  direction="down"
                  option={key}
                  title={title}
                  off={awake && place === null}
                  onMove={move}
                />
              </div>
            </li>
          )
        })}
      </ol>
      <p role="status" className="quiet">
        {told &&
          (places[told.key] == null
            ? t('polls:rank.moved-out', { title: told.title })
            : t('polls:rank.moved', { title: told.title, place: places[told.key] ?? 0, all }))}
      </p>
    </fieldset>
  )
}

function PlaceSelect({
  name,
  place,
  all,
  controlled,
  none,
  onChoose,
}: {
  readonly name: string
  readonly place: number | null
  readonly all: number
  readonly controlled: boolean
  readonly none: string
  onChoose(place: number | null): void
}) {
  const value = place === null ? '' : String(place)
  const given = controlled
    ? {
        value,
        onChange: (event: { target: HTMLSelectElement }) =>
          onChoose(event.target.value === '' ? null : Number(event.target.value)),
      }
    : { defaultValue: value }
  return (
    <select id={`field-${name}`} name={name} {...given}>
      <option value="">{none}</option>
      {Array.from({ length: all }, (_, index) => (
        <option key={String(index + 1)} value={String(index + 1)}>
          {index + 1}
        </option>
      ))}
    </select>
  )
}

function Nudge({
  direction,
  option,
  title,
  off,
  onMove,
}: {
  readonly direction: 'up' | 'down'
  readonly option: string
  readonly title: string
  readonly off: boolean
  onMove(event: MouseEvent, option: string, direction: 'up' | 'down'): void
}) {
  const { t } = useWords()
  return (
    <button
      className="nudge"
      type="submit"
      name={direction}
      value={option}
      id={`${direction}-${option}`}
      aria-disabled={off || undefined}
      onClick={(event) => (off ? event.preventDefault() : onMove(event, option, direction))}
    >
      <Icon name={direction} />
      {t(`polls:rank.${direction}`)}
      <span className="hidden-text">: {title}</span>
    </button>
  )
}
