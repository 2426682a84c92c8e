// The last door before HTML is stored. Only jsdom will do: on other DOMs DOMPurify lets scripts through.
import createDOMPurify, { type Config, type WindowLike } from 'dompurify'
import { JSDOM } from 'jsdom'
import { linkTarget } from './markdown.ts'

export interface Sanitiser {
  readonly name: string
  sanitise(html: string): string
}

/** Counts up with every change of the rules below or of the Markdown rules, so that stored HTML can be made again. */
const rules = 2

const allowed: Config = {
  ALLOWED_TAGS: [
    ...['p', 'br', 'hr', 'h3', 'h4', 'h5', 'blockquote', 'pre', 'code', 'strong', 'em', 'del', 'a'],
    ...['ul', 'ol', 'li', 'table', 'thead', 'tbody', 'tr', 'th', 'td'],
  ],
  // No ids or names: text must not stand in the way of what the page itself calls by name.
  ALLOWED_ATTR: ['href', 'rel', 'start', 'scope', 'align'],
  ALLOW_DATA_ATTR: false,
  ALLOW_ARIA_ATTR: false,
  ALLOWED_URI_REGEXP: linkTarget,
  SANITIZE_NAMED_PROPS: true,
}

/** Throws when the sanitiser does not do its work here: then no text may be published at all. */
export function openSanitiser(): Sanitiser {
  const purify = createDOMPurify(new JSDOM('').window as unknown as WindowLike)
  purify.addHook('afterSanitizeAttributes', (element) => {
    if (element.nodeName === 'A') element.setAttribute('rel', 'nofollow noopener ugc')
  })
  const sanitise = (html: string): string => purify.sanitize(html, allowed)
  if (purify.isSupported !== true || sanitise(hostile) !== harmless) {
    throw new Error('The HTML sanitiser does not work with this DOM. Nothing is published without it.')
  }
  return { name: `rules-${rules} dompurify-${purify.version}`, sanitise }
}

const hostile =
  '<p id="cookie" onclick="alert(1)">Guten <b><em>Tag</em></b><script>alert(1)</script><img src="x" onerror="alert(1)">' +
  '<svg><style><a title="</style><img src=x onerror=alert(1)>"></a></style></svg>' +
  '<a href="java\tscript:alert(1)">hier</a> <a href="/ideen" target="_blank">dort</a></p>'
const harmless =
  '<p>Guten <em>Tag</em><a rel="nofollow noopener ugc">hier</a> <a href="/ideen" rel="nofollow noopener ugc">dort</a></p>'
