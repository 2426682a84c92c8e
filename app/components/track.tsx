export interface TrackProps {
  /** What is filled, from 0 to 1. */
  readonly share: number
  /** Where an upright stroke stands, from 0 to 1: the majority, say. */
  readonly mark?: number
  /** Outlined instead of filled: this one did not win. */
  readonly out?: boolean
}

/**
 * A bar as a drawing. The number stands beside it in words, so it says nothing to a screen reader.
 * A style attribute would be refused by our own security policy.
 */
export function Track({ share, mark, out = false }: TrackProps) {
  return (
    <svg className={out ? 'track out' : 'track'} aria-hidden="true" focusable="false">
      <svg aria-hidden="true" width={percent(share)} height="100%" x="0" y="0">
        {/* Begins one width earlier, so that only the far end is round. */}
        <rect className="share" x="-100%" width="200%" height="100%" rx="10" />
      </svg>
      {mark !== undefined && (
        <>
          <line className="mark-ground" x1={percent(mark)} x2={percent(mark)} y1="-25%" y2="125%" />
          <line className="mark" x1={percent(mark)} x2={percent(mark)} y1="-25%" y2="125%" />
        </>
      )}
    </svg>
  )
}

function percent(share: number): string {
  return `${Math.round(Math.min(1, Math.max(0, share)) * 1000) / 10}%`
}
