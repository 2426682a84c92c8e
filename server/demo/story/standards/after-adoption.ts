// What grew from the adopted sections: rule cards, who works by them, and what the drafting group still owes.
import type { ClauseAddress } from './types.ts'

export const cards: readonly {
  readonly at: ClauseAddress
  readonly who: string
  readonly pays: string
  readonly insured: string
  readonly call: string
}[] = [
  {
    at: '2.1',
    who: 'Wer einlädt, nennt die verantwortliche Person.',
    pays: '',
    insured: 'Die verantwortliche Person ist über die Stadt versichert.',
    call: 'Kulturbüro, 02324 0000',
  },
  {
    at: '2.3',
    who: 'Die Auftraggeberin oder der Auftraggeber schreibt die Absprache.',
    pays: 'Wer den Auftrag gibt.',
    insured: 'Honorarkräfte versichern sich selbst.',
    call: 'Kulturbüro, 02324 0000',
  },
  {
    at: '2.4',
    who: 'Ehrenamtliche sagen selbst, wie viel Zeit sie haben.',
    pays: 'Fahrt und Material zahlt die Stadt.',
    insured: 'Ehrenamtliche sind über die Stadt versichert.',
    call: 'Ehrenamtsbüro, 02324 0000',
  },
]

/** Each works by section 2. */
export const declarations: readonly {
  readonly by: string
  readonly organisation: string
  readonly contact: string
}[] = [
  { by: 'renate', organisation: 'Chor „Montagsklang“', contact: 'Renate Tonwald (Beispiel)' },
  { by: 'kornfeld', organisation: 'Kulturbüro der Stadt', contact: 'Herr Kornfeld (Beispiel), 02324 0000' },
  { by: 'koepru', organisation: 'Kulturverein „Köprü“', contact: 'Büro, 02324 0000' },
  { by: 'heimatverein', organisation: 'Heimatverein Beispiel', contact: 'Vorstand, 02324 0000' },
  { by: 'trommeln', organisation: 'Trommelgruppe', contact: 'mitmachen@trommelgruppe.beispiel.example' },
  { by: 'leseinsel', organisation: 'Buchladen „Leseinsel“', contact: 'Laden am Markt, 02324 0000' },
]

export const tasks: readonly {
  readonly section: number
  readonly what: string
  readonly owner: string
  readonly inDays: number
}[] = [
  { section: 7, what: 'Merkblatt zur Versicherung verlinken', owner: 'kornfeld', inDays: 10 },
  { section: 7, what: 'Absatz zu Fotos mit dem Fotoclub besprechen', owner: 'jonas', inDays: 20 },
  { section: 4, what: 'Zahlen zu Honoraren in anderen Städten sammeln', owner: 'kornfeld', inDays: -3 },
]
