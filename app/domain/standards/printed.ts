// Knows the text of a standard as it is printed and reckoned: the very lines whose hash stands in the minutes.

export interface PrintedSection {
  readonly place: number
  readonly title: string
  readonly clauses: readonly { readonly id: string; readonly place: number; readonly text: string }[]
}

/** Title, sections and clauses with their numbers, as plain Markdown. Ends with a line break. */
export function printStandard(title: string, sections: readonly PrintedSection[]): string {
  const lines = [`# ${title}`]
  for (const section of sections) {
    lines.push(`## ${section.place} ${section.title}`)
    for (const clause of section.clauses)
      lines.push(`**${section.place}.${clause.place}** ${clause.text.trim()}`)
  }
  return `${lines.join('\n\n')}\n`
}
