import { describe, expect, test } from 'vitest'
import { listChapters, listPages, readChapter, readPageLines, readPageText } from '#tests/i18n/catalogues.ts'
import { findFaults, listSentences } from '#tests/i18n/plain-german.ts'

describe('the German words are plain', () => {
  test.each(listChapters('de'))('in the chapter %s', (chapter) => {
    expect(faultsOf(readChapter('de', chapter))).toEqual([])
  })

  test.each(listPages('de'))('on the page %s', (page) => {
    expect(faultsOf(readPageLines('de', page))).toEqual([])
  })
})

describe('the page in easy-to-read language', () => {
  const paragraphs = readPageText('de', 'leichte-sprache.md')
    .trim()
    .split(/\n\s*\n/)

  test('says at its very top that no test group has read it', () => {
    expect(paragraphs[0]).toContain('noch nicht von einer Prüfgruppe gelesen')
  })

  test('has one short sentence in every paragraph', () => {
    for (const paragraph of paragraphs.map((p) => p.replace(/\]\([^)]*\)|[[*#]/g, '').trim())) {
      expect(listSentences(paragraph), paragraph).toHaveLength(1)
      expect(paragraph.split(/\s+/).length, paragraph).toBeLessThanOrEqual(12)
    }
  })
})

describe('the reader of German', () => {
  const twenty = 'Wir '.repeat(19)

  test.each([
    [`${twenty}gehen.`, `${twenty}gehen heim.`, '21 words'],
    ['Erklärung zur Barrierefreiheit', 'Barrierefreiheitserklärung', '26 letters'],
    ['Gleich\u00adstellungs\u00adbeauftragter', 'Gleichstellungsbeauftragter', '27 letters'],
    ['Bitte melden Sie sich an.', 'Bitte einloggen.', 'anmelden'],
    ['Geben Sie Rückmeldung.', 'Geben Sie Feedback.', 'Rückmeldung'],
    ['Die Wahl wurde für ungültig erklärt.', 'Die Eingabe ist ungültig.', 'what is missing'],
    ['Bürgerinnen und Bürger', 'Bürger*innen', 'name both'],
    ['Der Grund: innen ist es kalt.', 'Bürger:innen', 'name both'],
    ['Sie öffnen /ideen/neu selbst.', 'Bürger/-innen', 'name both'],
    ['Drei Innenräume', 'BürgerInnen', 'name both'],
    ['Wählen Sie aus.', 'Wähle, was du willst.', 'say "Sie"'],
    ['{{count}} von {{veryLongPlaceholderNameForSomething}}', 'zum Beispiel z. B. so', 'zum Beispiel'],
  ])('lets "%s" stand and stops at "%s"', (good, bad, why) => {
    expect(findFaults(good)).toEqual([])
    expect(findFaults(bad).join(' ')).toContain(why)
  })
})

function faultsOf(said: readonly { file: string; key: string; text: string }[]): string[] {
  return said.flatMap(({ file, key, text }) => findFaults(text).map((fault) => `${file} ${key}: ${fault}`))
}
