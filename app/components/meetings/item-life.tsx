import { Lifeline } from '#app/components/lifeline.tsx'
import { Section } from '#app/components/section-head.tsx'
import type { ToldLife } from '#app/i18n/life-words.server.ts'

/** The way of an item through the meeting: on the agenda, spoken about, voted, in the minutes, done. */
export function ItemLife({ life }: { readonly life: ToldLife | null }) {
  if (life === null) return null
  return (
    <Section id="weg" title={life.title}>
      <Lifeline label={life.title} steps={life.steps} />
    </Section>
  )
}

/** The same way, folded away beside one of many things. */
export function FoldedLife({ life, about }: { readonly life: ToldLife | null; readonly about: string }) {
  if (life === null) return null
  return (
    <details className="no-print">
      <summary>
        {life.title}
        <span className="hidden-text">: {about}</span>
      </summary>
      <Lifeline label={life.title} steps={life.steps} />
    </details>
  )
}
