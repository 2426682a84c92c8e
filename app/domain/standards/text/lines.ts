// Knows the lines of a text as people point at them in a meeting: the same for everybody, whatever the screen.

const width = 80

/** The text in lines of at most 80 characters, broken between words; a longer word stands alone. Blank lines are left out. */
export function numberedLines(text: string): readonly string[] {
  return text.split('\n').flatMap((paragraph) => {
    const lines: string[] = []
    let line = ''
    for (const word of paragraph.split(/\s+/).filter(Boolean)) {
      if (line !== '' && line.length + 1 + word.length > width) {
        lines.push(line)
        line = word
      } else {
        line = line === '' ? word : `${line} ${word}`
      }
    }
    return line === '' ? lines : [...lines, line]
  })
}
