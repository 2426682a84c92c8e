// Reads the forms of a page as a browser would, and fills them in so that the server has nothing to complain about.

interface Part {
  readonly name: string
  readonly tag: 'input' | 'textarea' | 'select'
  readonly type: string
  readonly value: string
  readonly options: readonly string[]
  /** What is chosen of them when the page is shown. */
  readonly selected: string | null
  readonly attributes: Readonly<Record<string, string>>
}

export interface PageForm {
  readonly action: string
  readonly parts: readonly Part[]
  /** One for each button that sends it. */
  readonly buttons: readonly { readonly name: string; readonly value: string }[]
}

export function formsOf(html: string): readonly PageForm[] {
  return [...html.matchAll(/<form\b([^>]*)>([\s\S]*?)<\/form>/g)]
    .filter(([, head = '']) => attributesOf(head).method === 'post')
    .map(([, head = '', inside = '']) => ({
      action: attributesOf(head).action ?? '',
      parts: partsOf(inside),
      buttons: [...inside.matchAll(/<button\b([^>]*)>/g)]
        .map(([, tag = '']) => attributesOf(tag))
        .filter(({ type }) => type !== 'button')
        .map(({ name = '', value = '' }) => ({ name, value })),
    }))
}

/** The keys under which a form is known: what it is about and what it intends, once for each of its buttons. */
export function keysOf(form: PageForm): readonly string[] {
  const hidden = (name: string) => form.parts.find((part) => part.name === name)?.value
  const intents = form.buttons.filter(({ name }) => name === 'intent').map(({ value }) => value)
  const what = hidden('what')
  return (intents.length > 0 ? intents : [hidden('intent')]).map((intent) =>
    [what, intent].filter(Boolean).join('/'),
  )
}

/** The fields as a person would send them; the key against double sending is left out. */
export function filled(
  form: PageForm,
  key: string,
  typed: Readonly<Record<string, string | readonly string[]>> = {},
): string {
  const sent = new URLSearchParams()
  const chosen = new Set<string>()
  for (const part of form.parts) {
    if (part.name in typed || part.name === 'idempotencyKey' || part.name === 'website') continue
    if (part.type === 'radio' && (chosen.has(part.name) || isOtherChecked(form, part))) continue
    chosen.add(part.name)
    const value = valueFor(part)
    if (value !== null) sent.append(part.name, value)
  }
  for (const [name, values] of Object.entries(typed))
    for (const value of [values].flat()) sent.append(name, value)
  const intent = key.split('/').at(-1) ?? ''
  if (form.buttons.some(({ name, value }) => name === 'intent' && value === intent))
    sent.set('intent', intent)
  else {
    const [button] = form.buttons
    if (button?.name && form.buttons.length === 1 && !sent.has(button.name))
      sent.append(button.name, button.value)
  }
  return sent.toString()
}

/** Another button of the same group is the one that is pressed in. */
function isOtherChecked({ parts }: PageForm, part: Part): boolean {
  const pressed = parts.find(
    ({ name, type, attributes }) => name === part.name && type === 'radio' && 'checked' in attributes,
  )
  return pressed !== undefined && pressed !== part
}

const sentence = 'Ein Satz der Probe, lang genug für jede Regel des Hauses.'

function valueFor(part: Part): string | null {
  const { attributes, type, value } = part
  if (part.tag === 'select') return part.selected || (part.options.find((option) => option !== '') ?? '')
  if (type === 'hidden') return value
  if (type === 'file') return null
  if (type === 'radio') return value
  if (type === 'checkbox') return value === '' ? 'on' : value
  if (value !== '') return value
  if (type === 'number') return attributes.min ?? '1'
  if (type === 'date') return new Date(Date.now() + 40 * 86_400_000).toISOString().slice(0, 10)
  if (type === 'email') return 'probe@beispiel.example'
  return sentence.slice(0, Number(attributes.maxlength ?? sentence.length))
}

function partsOf(inside: string): readonly Part[] {
  return [...inside.matchAll(/<(input|textarea|select)\b([^>]*)>(?:([\s\S]*?)<\/\1>)?/g)].flatMap(
    ([, tag = '', head = '', between = '']) => {
      const attributes = attributesOf(head)
      const { name } = attributes
      if (!name) return []
      const options = [...between.matchAll(/<option\b([^>]*)>/g)].map(([, o = '']) => attributesOf(o))
      return [
        {
          name,
          tag: tag as Part['tag'],
          type: attributes.type ?? 'text',
          value: tag === 'textarea' ? decoded(between) : (attributes.value ?? ''),
          options: options.map(({ value = '' }) => value),
          selected: options.find((option) => 'selected' in option)?.value ?? null,
          attributes,
        },
      ]
    },
  )
}

function attributesOf(head: string): Readonly<Record<string, string>> {
  return Object.fromEntries(
    [...head.matchAll(/([\w-]+)(?:="([^"]*)")?/g)].map(([, name = '', value = '']) => [
      name.toLowerCase(),
      decoded(value),
    ]),
  )
}

const signs: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  '#x27': "'",
  '#39': "'",
}

export function decoded(text: string): string {
  return text.replace(/&(amp|lt|gt|quot|#x27|#39);/g, (_, sign: string) => signs[sign] ?? '')
}
