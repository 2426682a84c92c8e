// Knows how a clause's Markdown is laid out where no HTML helps: paragraphs, points of a list, and words set apart.

export interface Run {
  readonly text: string
  readonly as: 'plain' | 'strong' | 'em'
}

export interface Block {
  readonly kind: 'paragraph' | 'point'
  readonly runs: readonly Run[]
}

/**
 * A text in blocks for a file of an office. Links keep their words and their address in brackets; whatever is not
 * known here stands as it was typed. Takes time in proportion to the length of the text.
 */
export function blocksOf(markdown: string): readonly Block[] {
  const blocks: Block[] = []
  let paragraph: string[] = []
  const end = () => {
    if (paragraph.length > 0) blocks.push({ kind: 'paragraph', runs: runsOf(paragraph.join('\n')) })
    paragraph = []
  }
  for (const line of markdown.split('\n')) {
    const point = /^ {0,8}(?:[-*+]|\d{1,3}[.)]) (.*)$/.exec(line)
    if (point) {
      end()
      blocks.push({ kind: 'point', runs: runsOf(point[1] ?? '') })
    } else if (line.trim() === '') {
      end()
    } else {
      paragraph.push(line.replace(/^#{1,6} /, '').trim())
    }
  }
  end()
  return blocks
}

const marked = /\*\*([^*\n]{1,500})\*\*|\*([^*\n]{1,500})\*|\[([^\]\n]{1,300})\]\(([^)\s]{1,500})\)/g

function runsOf(text: string): readonly Run[] {
  const runs: Run[] = []
  const add = (as: Run['as'], words: string) => {
    if (words !== '') runs.push({ as, text: words })
  }
  let from = 0
  for (const match of text.matchAll(marked)) {
    const [whole, strong, em, words, address] = match
    add('plain', text.slice(from, match.index))
    if (strong !== undefined) add('strong', strong)
    else if (em !== undefined) add('em', em)
    else add('plain', words === address ? (address ?? '') : `${words} (${address})`)
    from = match.index + whole.length
  }
  add('plain', text.slice(from))
  return runs
}
