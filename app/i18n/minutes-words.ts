// The sentences of the minutes: exact, in the past tense of an office, people as `[[id]]` until somebody reads them.

import type { MinuteLine } from '#app/domain/meetings/draft.ts'
import { clock, dateInWords, dayInWords, timeInWords, townZone } from './dates.ts'
import { resultInWords } from './meeting-words.ts'
import type { Words } from './words.tsx'

export function minuteInWords(words: Words, line: MinuteLine): string {
  const { t } = words
  const time = (at: string) => timeInWords(words, at, townZone)
  const people = (ids: readonly string[]) => ids.map(person).join(', ')
  switch (line.is) {
    case 'invited':
      return line.urgency === null
        ? t('meetings:minute.invited', { day: dateInWords(words, line.at, townZone) })
        : t('meetings:minute.invited-late', {
            day: dateInWords(words, line.at, townZone),
            reason: line.urgency,
          })
    case 'opened':
      return t('meetings:minute.opened', { day: dayInWords(words, line.at, townZone), time: time(line.at) })
    case 'ended':
    case 'resumed':
      return t(`meetings:minute.${line.is}`, { time: time(line.at) })
    case 'paused':
      return t('meetings:minute.paused', { time: time(line.at), why: t(`meetings:pause.${line.why}`) })
    case 'led':
      return t('meetings:minute.led', { time: time(line.at), person: person(line.person) })
    case 'present':
    case 'online':
    case 'absent':
      return t(`meetings:minute.${line.is}`, { people: people(line.people) })
    case 'quorum':
      if (line.reached === 'no' && line.present >= line.needed) {
        return t('meetings:minute.quorum-bench', {
          present: line.present,
          members: line.members,
          benches: line.missing.join(', '),
        })
      }
      return t(`meetings:minute.quorum-${line.reached}`, {
        present: line.present,
        members: line.members,
        needed: line.needed,
      })
    case 'stood-in':
      return t('meetings:minute.stood-in', { person: person(line.person), member: person(line.member) })
    case 'secret-asked':
      return line.count === 1
        ? t('meetings:minute.secret-one')
        : t('meetings:minute.secret', { asked: line.count })
    case 'came':
    case 'left':
      return t(`meetings:minute.${line.is}`, { time: time(line.at), person: person(line.person) })
    case 'called':
      return t('meetings:minute.called', { time: clock(line.at, townZone) })
    case 'note':
      return line.text
    case 'spoke':
      return t('meetings:minute.spoke', {
        people: line.people
          .map((id) => (id.startsWith('guest:') ? t('meetings:citizen') : person(id)))
          .join(', '),
      })
    case 'conflict':
      return t('meetings:minute.conflict', { person: person(line.person) })
    case 'motion':
      return t('meetings:minute.motion', {
        person: person(line.person),
        motion: t(`meetings:motion.kind.${line.kind}`),
        state: t(`meetings:motion.state.${line.state}`),
      })
    case 'vote': {
      const result = resultInWords(words, line)
      return t(line.secret === 'yes' ? 'meetings:minute.vote-secret' : 'meetings:minute.vote', {
        label: t(`meetings:vote.label.${line.label as 'resolution'}`),
        question: line.question,
        result,
        needed: line.result
          ? t('meetings:vote.needed', { needed: line.result.needed, of: line.result.of })
          : '',
      })
    }
    case 'task':
      return t('meetings:minute.task', {
        text: line.text,
        owner: line.owner,
        day: dateInWords(words, line.dueOn, townZone),
      })
    case 'closed':
      return t('meetings:minute.closed', { outcome: t(`meetings:item-state.${line.outcome}`) })
  }
}

function person(id: string): string {
  return `[[${id}]]`
}

/** A person as a reader of the minutes meets them: by name, or by what they were there. */
export function personInMinutes(
  { t }: Pick<Words, 't'>,
  name: string | null,
  as: { readonly function: string; readonly bench: string | null } | undefined,
): string {
  const held = as && as.function !== 'citizen' ? t(`bodies:function.${as.function as 'member'}`) : null
  if (name === null) return held ? [held, as?.bench].filter(Boolean).join(', ') : t('meetings:citizen')
  return as?.bench ? `${name} (${as.bench})` : held ? `${name} (${held})` : name
}
