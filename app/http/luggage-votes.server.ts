// The pages of the Council's archive about its votes and elections, to be read without us.
import type { Luggage } from '#app/domain/council/take-along.server.ts'
import { dateInWords, momentInWords, townZone } from '#app/i18n/dates.ts'
import { outcomeInWords } from '#app/i18n/outcome.ts'
import type { Words } from '#app/i18n/words.tsx'
import { type ArchivePage, list, text } from './archive-page.ts'

export function pollPages({ polls }: Luggage, words: Words): readonly ArchivePage[] {
  return polls.map((poll) => {
    const { number, question, about, options, result, announcedAt, closedAt, published } = poll
    const outcome = result
      ? outcomeInWords(words, poll, options, result.outcome)
      : words.t('elections:result.none')
    const days = [announcedAt, closedAt].flatMap((at) => (at ? [dateInWords(words, at, townZone)] : []))
    const sheets = published?.ballots.map(({ ballot }) => ballot) ?? []
    return {
      file: `abstimmungen/${number}.html`,
      title: question,
      body: [
        `<p>${text(days.join(' – '))}</p><p>${text(about)}</p>`,
        list(options.map(({ title }) => text(title))),
        `<p><strong>${text(outcome)}</strong></p>`,
        sheets.length > 0
          ? `<h2>${text(words.t('council:archive.ballots'))}</h2><pre>${text(sheets.join('\n'))}</pre>`
          : '',
      ].join('\n'),
    }
  })
}

export function electionPages({ elections }: Luggage, words: Words): readonly ArchivePage[] {
  const { t } = words
  return elections.map((election) => {
    const { number, rules, phase, roll, candidates, objections, result } = election
    const seats = (result?.seats ?? []).map(({ name, branch }) => `${text(name)}, ${text(branch)}`)
    const marks = (result?.candidates ?? []).map(
      ({ name, branch, marks: count }) =>
        `${text(name)}, ${text(branch)}${count === null ? '' : `: ${count}`}`,
    )
    const said = candidates.map(
      ({ name, branch, does, wants, withdrawnAt }) =>
        `<strong>${text(name)}</strong>, ${text(branch)}${withdrawnAt ? ` (${text(t('elections:stand.withdrawn'))})` : ''}<br>${text(does)}<br>${text(wants)}`,
    )
    const told = objections.map(
      ({ against, name, text: words_, outcome, outcomeText, at }) =>
        `${text(momentInWords(words, at, townZone))}: ${text(name ?? '')} ${text(t(`elections:object.against.${against}`))}. ${text(words_)}${
          outcome ? `<br>${text(t(`elections:object.outcomes.${outcome}`))}: ${text(outcomeText ?? '')}` : ''
        }`,
    )
    const part = (title: string, entries: readonly string[]) =>
      entries.length === 0 ? '' : `<h2>${text(title)}</h2>${list(entries)}`
    return {
      file: `wahlen/${number}.html`,
      title: rules.title ?? `${t('elections:list.number')} ${number}`,
      body: [
        `<p>${text(t(`elections:say.${phase}`))}</p><p>${text(rules.about ?? '')}</p>`,
        part(t('elections:result.elected'), seats),
        part(t('elections:result.table'), marks),
        part(t('elections:candidates.title'), said),
        part(t('elections:object.list'), told),
        part(
          t('elections:roll.title'),
          roll.map(({ name, branch }) => `${text(name)}, ${text(branch)}`),
        ),
      ].join('\n'),
    }
  })
}
