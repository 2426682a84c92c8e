import { marked } from 'marked'
import { expect, test } from 'vitest'
import { getPageText } from '#app/i18n/pages.server.ts'
import { fillPage, headingAnchor, type PageGap, pageGaps, pageNames, pageWords } from '#app/i18n/pages.ts'
import { readTown } from '#server/town/town.ts'
import { readPageText } from '#tests/i18n/catalogues.ts'

const words = Object.fromEntries(pageGaps.map((gap) => [gap, `the ${gap}`])) as Record<PageGap, string>

test('every page comes along in the build, in both languages', () => {
  for (const page of pageNames) {
    expect(getPageText('de', page)).toBe(readPageText('de', `${page}.md`))
    expect(getPageText('en', page)).toBe(readPageText('en', `${page}.md`))
  }
})

test('no gap stays open once a town has filled in its words', () => {
  for (const page of pageNames) {
    for (const language of ['de', 'en']) {
      expect(fillPage(readPageText(language, `${page}.md`), words)).not.toMatch(/\{\{|\}\}/)
    }
  }
})

test('a town says where its phone number is, or where to look for one', () => {
  const operator = {
    mail: 'rathaus@beispiel.de',
    imprint: 'Stadt Beispiel',
    sessionDays: 30,
    backupDays: 90,
    createdOn: '1. Mai 2026',
    checkedOn: '2. Mai 2026',
    noPhone: 'siehe Impressum',
  }
  const filled = (file: string) =>
    fillPage('{{phone}}, {{answerWeeks}}', pageWords(readTown(file), 'de', operator))
  expect(filled('server/town/hattingen-example.json')).toBe('02324 0000, 6')
  expect(filled('server/town/hattingen.json')).toBe('siehe Impressum, 6')
})

test('what an operator typed stays text, line by line', async () => {
  const imprint =
    'Stadt *Beispiel*\n# Rathaus [hier](javascript:alert(1))\n1. Etage <img src=x onerror=alert(1)>\n- Hof'
  const html = await marked.parse(fillPage('{{imprint}}', { ...words, imprint }))
  expect(html).not.toMatch(/<(em|h1|a|img|li|ol|ul)\b/)
  expect(html.match(/<br>/g)).toHaveLength(3)
  expect(html).toContain('Stadt *Beispiel*')
  expect(html).toContain('1. Etage &lt;img')
})

test('a rule can be linked to by its number', () => {
  expect(headingAnchor('Regel 1: Zur Sache reden')).toBe('regel-1')
  expect(headingAnchor('Für Jugendliche')).toBe('fuer-jugendliche')
  expect(headingAnchor('Was der Stand einer Idee bedeutet')).toBe('was-der-stand-einer-idee-bedeutet')
})
