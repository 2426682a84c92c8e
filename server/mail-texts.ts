// Writes a mail from what the outbox kept: greeting, sentences, link, why one gets it, and how to get fewer.
import type { MailSentence } from '#app/domain/notices/mail.ts'
import type { DueMail } from '#app/domain/notices/outbox.server.ts'
import { addressIn } from '#app/i18n/address.ts'
import { dateInWords } from '#app/i18n/dates.ts'
import { isLang } from '#app/i18n/languages.ts'
import { mailWordsIn } from '#app/i18n/mails.server.ts'
import type { RunningPlatform } from './platform.ts'

export interface WrittenMail {
  readonly subject: string
  readonly text: string
  readonly html: string
  readonly headers: Readonly<Record<string, string>>
}

export function writeMail(platform: RunningPlatform, mail: DueMail): WrittenMail {
  const lang = isLang(mail.language) ? mail.language : 'de'
  const { say, words } = mailWordsIn(lang)
  const { town, baseUrl } = platform
  const link = (path: string) => baseUrl + addressIn(lang, path)
  const speak = ({ say: key, with: values = {} }: MailSentence) => say(key, inWords(values))
  const inWords = (values: Readonly<Record<string, string | number>>) =>
    Object.fromEntries(
      Object.entries(values).map(([name, value]) => [
        name,
        /^date$|Date$/.test(name) && value !== '' ? dateInWords(words, String(value), town.timeZone) : value,
      ]),
    )

  const { text } = mail
  const unsubscribe =
    mail.topic && mail.accountId
      ? link(
          `/abbestellen?k=${platform.seal('unsubscribe', { accountId: mail.accountId, topic: mail.topic })}`,
        )
      : null
  const paragraphs = [
    mail.name ? say('frame.greeting', { name: mail.name }) : say('frame.greeting-bare'),
    ...text.lines.map((line) => ('quote' in line ? quoted(line.quote) : speak(line))),
    ...(text.to === null ? [] : [say('frame.read', { link: link(text.to) })]),
    say('frame.closing', { town: town.name }),
    ...(platform.demo ? [say('frame.example')] : []),
  ]
  const foot = [
    speak(text.why),
    ...(mail.accountId ? [say('footer.settings', { link: link('/konto/post') })] : []),
    unsubscribe ? say('footer.unsubscribe', { link: unsubscribe }) : null,
    town.offline.phone ? say('footer.phone', { phone: town.offline.phone }) : null,
    say('footer.imprint', { link: link('/impressum') }),
  ].filter((line) => line !== null)

  return {
    subject: oneLine(speak(text.subject)),
    text: `${paragraphs.join('\n\n')}\n\n-- \n${foot.join('\n')}\n`,
    html: asHtml(lang, paragraphs, foot),
    headers: unsubscribe
      ? { 'List-Unsubscribe': `<${unsubscribe}>`, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' }
      : {},
  }
}

function quoted(words: string): string {
  const short = words.length > 600 ? `${words.slice(0, 600).trimEnd()} …` : words
  return short.replace(/^/gm, '> ')
}

/** A subject is one line, whatever somebody called their idea. */
function oneLine(words: string): string {
  return words.replace(/\s+/g, ' ').slice(0, 180)
}

function asHtml(lang: string, paragraphs: readonly string[], foot: readonly string[]): string {
  const paragraph = (words: string) => `<p>${withLinks(words).replaceAll('\n', '<br>')}</p>`
  return [
    `<!doctype html><html lang="${lang}"><meta charset="utf-8">`,
    '<body style="font:18px/1.5 Verdana,sans-serif;max-width:36em;margin:1em auto;padding:0 1em">',
    ...paragraphs.map(paragraph),
    '<hr>',
    ...foot.map(paragraph),
    '</body></html>',
  ].join('\n')
}

function withLinks(words: string): string {
  const safe = words
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
  return safe.replace(/https?:\/\/[^\s<>"]+/g, (address) => `<a href="${address}">${address}</a>`)
}
