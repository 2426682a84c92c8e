import { Button } from '#app/components/button.tsx'
import { useGalleryWords } from '#app/components/gallery/gallery-words.ts'
import { Section } from '#app/components/section-head.tsx'
import { Asides } from '#app/components/standards/asides.tsx'
import { WorkshopStatus, type WorkshopStatusProps } from '#app/components/standards/workshop-status.tsx'

const here = '/demo/bausteine'
const fine: Omit<WorkshopStatusProps, 'hintId'> = {
  line: 'joined',
  shownOutFor: null,
  unsaved: false,
  storeTrouble: false,
  others: [],
  reloadTo: here,
}

/** Who writes with whom, in every state of the line; and words that could not be merged. */
export function WorkshopPieces() {
  const words = useGalleryWords()
  const { others, ours, theirs, done } = words.workshop
  const people = others.map((name, place) => ({ person: place + 1, name }))
  const states: readonly Omit<WorkshopStatusProps, 'hintId'>[] = [
    fine,
    { ...fine, others: people, unsaved: true },
    { ...fine, line: 'apart', unsaved: true },
    { ...fine, others: people, storeTrouble: true, unsaved: true },
    { ...fine, line: 'shown-out', shownOutFor: 'right' },
    { ...fine, line: 'shown-out', shownOutFor: 'too-large' },
  ]
  return (
    <Section id="workshop" title={words.heads.workshop} voice="council">
      <div className="flow narrow">
        {states.map((state, place) => (
          <WorkshopStatus
            key={`${state.line}${state.shownOutFor}${state.storeTrouble}${state.others.length}`}
            {...state}
            hintId={`gallery-keys-${place}`}
          />
        ))}
        <Asides
          asides={(['collided', 'struck', 'adopted'] as const).map((why) => ({
            ...{ key: why, why, number: '3.2', ours, theirs },
          }))}
          ways={() => (
            <Button type="button" kind="text">
              {done}
            </Button>
          )}
        />
      </div>
    </Section>
  )
}
