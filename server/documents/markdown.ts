// The plain HTML that a document becomes, as Markdown: headings, paragraphs, lists, words set apart, links.

/** Reads once from beginning to end; elements it does not know leave their words. */
export function htmlToMarkdown(html: string): string {
  const blocks: string[] = []
  const lists: ('ul' | 'ol')[] = []
  // A document with a title of its own has its sections one step below.
  const below = html.includes('class="title"') ? 1 : 0
  let words = ''
  let mark = ''
  let href = ''
  const end = () => {
    const text = words.trim()
    if (text !== '') {
      const last = blocks.length - 1
      // The points of a list stand under each other.
      if (mark.trim().startsWith('-') && blocks[last]?.trimStart().startsWith('- ')) {
        blocks[last] = `${blocks[last]}\n${mark}${text}`
      } else {
        blocks.push(mark === '' ? harmless(text) : `${mark}${text}`)
      }
    }
    words = ''
    mark = lists.length > 0 ? `${'  '.repeat(lists.length - 1)}- ` : ''
  }
  for (const piece of html.split(/(<[^>]*>)/)) {
    const tag = /^<(\/?)([a-z][a-z0-9]*)([^>]*)>$/.exec(piece)
    if (!tag) {
      words += unescaped(piece)
      continue
    }
    const closing = tag[1] === '/'
    const name = tag[2] ?? ''
    if (name === 'strong' || name === 'b') words += '**'
    else if (name === 'em' || name === 'i') words += '*'
    else if (name === 'br') words += '\n'
    else if (name === 'a') {
      if (!closing) {
        href = unescaped(/href="([^"]*)"/.exec(tag[3] ?? '')?.[1] ?? '')
        if (/^https?:/.test(href)) words += '['
      } else if (/^https?:/.test(href)) words += `](${href})`
      if (closing) href = ''
    } else if (name === 'ul' || name === 'ol') {
      end()
      if (closing) lists.pop()
      else lists.push(name)
      mark = lists.length > 0 ? `${'  '.repeat(lists.length - 1)}- ` : ''
    } else if (/^h[1-6]$/.test(name)) {
      if (!closing) {
        end()
        const title = (tag[3] ?? '').includes('class="title"')
        mark = `${'#'.repeat(Math.min(6, title ? 1 : Number(name[1]) + below))} `
      } else {
        words = words.replaceAll('**', '').replaceAll('\n', ' ')
        end()
      }
    } else if (['p', 'li', 'tr', 'table', 'div'].includes(name)) {
      if (closing || name !== 'p' || lists.length === 0) end()
    } else if (name === 'td' || name === 'th') {
      if (!closing && words !== '') words += ' | '
    }
  }
  end()
  return blocks.map((block) => block.replace(/\*\*\s*\*\*/g, '')).join('\n\n')
}

/** A paragraph that happens to begin like a heading or a list stays a paragraph. */
function harmless(text: string): string {
  return text.replace(/^([#>]|[-+*] )/, '\\$1')
}

function unescaped(text: string): string {
  return text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&')
}
