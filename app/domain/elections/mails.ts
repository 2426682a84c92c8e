// What an election's mails say. None names a ballot, none says who has voted; the words of an objection stay inside.
import type { MailSentence, MailText } from '../notices/mail.ts'

interface Of {
  readonly number: number
  readonly title: string
}

const why = { say: 'footer.why-account' } as const
const page = ({ number }: Of) => `/sprecherrat/wahlen/${number}`

function about(
  of: Of,
  kind: 'announced' | 'stood' | 'roll' | 'list' | 'run-off' | 'result' | 'duty' | 'off' | 'term' | 'next',
  lines: readonly MailSentence[] = [],
  to = page(of),
): MailText {
  const { title } = of
  return {
    subject: { say: `election.${kind}-subject`, with: { title } },
    lines: [{ say: `election.${kind}`, with: { title } }, ...lines],
    to,
    why,
  }
}

export function announcedMail(of: Of, cutOff: string, candidatesUntil: string): MailText {
  return about(of, 'announced', [
    { say: 'election.cut-off', with: { date: cutOff } },
    { say: 'election.stand-until', with: { date: candidatesUntil } },
  ])
}

export function stoodMail(of: Of, candidatesUntil: string): MailText {
  const until = { say: 'election.change-until', with: { date: candidatesUntil } } as const
  return about(of, 'stood', [until], `${page(of)}/kandidieren`)
}

export function rollMail(of: Of, objectUntil: string): MailText {
  const until = { say: 'election.roll-until', with: { date: objectUntil } } as const
  return about(of, 'roll', [until], `${page(of)}/verzeichnis`)
}

export function listMail(of: Of, count: number, opensAt: string, closesAt: string): MailText {
  return about(of, 'list', [
    { say: 'election.list-count', with: { count } },
    { say: 'election.days', with: { fromDate: opensAt, untilDate: closesAt } },
  ])
}

export function runOffMail(of: Of, names: string, opensAt: string, closesAt: string): MailText {
  return about(of, 'run-off', [
    { say: 'election.tied', with: { names } },
    { say: 'election.days', with: { fromDate: opensAt, untilDate: closesAt } },
  ])
}

export function electedMail(of: Of, names: string, objectUntil: string | null): MailText {
  return about(
    of,
    'result',
    [
      { say: 'election.elected', with: { names } },
      ...(objectUntil === null
        ? []
        : [{ say: 'election.object-until', with: { date: objectUntil } } as const]),
    ],
    `${page(of)}/ergebnis`,
  )
}

export function dutyMail(of: Of): MailText {
  return about(of, 'duty', [], `${page(of)}/leiten`)
}

export function decidedMail(of: Of, outcome: 'upheld' | 'rejected', reason: string): MailText {
  const { title } = of
  return {
    subject: { say: 'election.decided-subject', with: { title } },
    lines: [{ say: `election.decided-${outcome}`, with: { title } }, { quote: reason }],
    to: page(of),
    why,
  }
}

export function offMail(of: Of): MailText {
  return about(of, 'off')
}

export function termMail(of: Of, how: 'term' | 'next'): MailText {
  return about(of, how, [{ say: 'election.give-back' }])
}
