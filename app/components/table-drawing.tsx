import { useWords } from '#app/i18n/words.tsx'

/** The start page's picture: one table from above, around it the three voices by name. Stands inside `.hero`. */
export function TableDrawing() {
  const { t } = useWords()
  return (
    <svg className="drawing mark" viewBox="0 0 600 600" role="img" aria-label={t('components:drawing.told')}>
      <circle className="top" cx="300" cy="300" r="112" />
      <path className="m-arc citizens" d="M453.09 437.84A206 206 0 0 1 146.91 437.84" />
      <path className="m-arc table" d="M104.08 363.66A206 206 0 0 1 257.17 98.5" />
      <path className="m-arc council" d="M342.83 98.5A206 206 0 0 1 495.92 363.66" />
      {seats.map(([x, y]) => (
        <circle key={`${x} ${y}`} className="seat" cx={x} cy={y} r="9" />
      ))}
      <path id="drawing-citizens" fill="none" d="M51.92 390.29A264 264 0 0 0 548.08 390.29" />
      <path id="drawing-table" fill="none" d="M116.15 454.27A240 240 0 0 1 341.68 63.65" />
      <path id="drawing-council" fill="none" d="M258.32 63.65A240 240 0 0 1 483.85 454.27" />
      {(['citizens', 'table', 'council'] as const).map((voice) => (
        <text key={voice} className={`name ${voice}`} fontSize="29" textAnchor="middle">
          <textPath href={`#drawing-${voice}`} startOffset="50%">
            {t(`components:voice.${voice}`)}
          </textPath>
        </text>
      ))}
      <text className="motto" x="300" y="313" fontSize="40" textAnchor="middle">
        {t('components:drawing.motto')}
      </text>
    </svg>
  )
}

const seats = [
  [372.3, 436],
  [300, 454],
  [227.7, 436],
  [146.1, 294.6],
  [166.6, 223],
  [218.4, 169.4],
  [381.6, 169.4],
  [433.4, 223],
  [453.9, 294.6],
] as const
