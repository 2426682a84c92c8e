import { optionName } from '#app/components/polls/option-name.ts'
import { kindOf, readChoice } from '#app/domain/polls/choice.ts'
import { formOfMethod } from '#app/domain/polls/method.ts'
import type { Poll, PollOption } from '#app/domain/polls/poll.ts'
import type { Say } from '#app/i18n/words.tsx'

/** A stored choice on one line: "Ja", "Probenraum, Werkstatt", "Freitag: 2". */
export function lineInWords(
  t: Say,
  poll: Pick<Poll, 'method' | 'settings'>,
  options: readonly Pick<PollOption, 'key' | 'title'>[],
  line: string,
): string {
  if (line === 'withdrawn') return t('polls:told.withdrawn')
  const choice = readChoice(line, kindOf(formOfMethod(poll.method)))
  const name = (key: string) =>
    optionName(
      t,
      poll.method,
      options.find((option) => option.key === key),
    )
  switch (choice.kind) {
    case 'blank':
      return t('polls:told.blank-short')
    case 'invalid':
      return t('polls:told.invalid-short')
    case 'one':
      return name(choice.option)
    case 'ticks':
      return choice.options.map(name).join(', ')
    case 'places':
      return choice.places.map((place, index) => `${index + 1}. ${place.map(name).join(', ')}`).join(' ')
    case 'marks':
      return Object.entries(choice.marks)
        .map(([key, mark]) => `${name(key)}: ${poll.settings.grades?.[mark] ?? mark}`)
        .join(', ')
  }
}
