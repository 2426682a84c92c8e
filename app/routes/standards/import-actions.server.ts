// A draft comes in as a file or as text, is shown as sections and clauses, and is taken only after that.
import { data } from '@remix-run/node'
import type { Refusal } from '#app/domain/refusal.ts'
import { refuse } from '#app/domain/refusal.ts'
import { takeDraft } from '#app/domain/standards/import.server.ts'
import { importForm } from '#app/domain/standards/standards.form.ts'
import { type Outline, outlineLimits, outlineOf } from '#app/domain/standards/text/outline.ts'
import { tidyWords } from '#app/domain/standards/text/tidy.ts'
import type { Answer, FormDoor } from '#app/http/door.server.ts'
import type { StandardTable } from '#db/tables.ts'

export interface ImportAnswer extends Answer {
  readonly preview: (Outline & { readonly text: string }) | null
}

const largestFile = 5_000_000

export async function importAction(door: FormDoor, standard: Pick<StandardTable, 'id' | 'slug'>) {
  const form = await door.read(importForm)
  if (!form.ok) return told(await door.invalid(form.problems))
  const tooOften = await door.limit('form')
  if (tooOften) return told(tooOften)
  const { file, text: typed } = form.values
  const words = file === null ? typed : await wordsIn(door, file)
  if (typeof words !== 'string') return told(await door.refused(words))
  if (words.length > outlineLimits.characters) return told(await door.refused(refuse('text_too_long')))
  const outline = outlineOf(words)
  if (door.intent === 'take' && door.posted.get('again') === null && outline.problems.length === 0) {
    const input = { standardId: standard.id, sections: outline.sections }
    return door.runAndGo(takeDraft, input, () => `/standards/${standard.slug}/werkstatt?meldung=read`)
  }
  const none = outline.problems.some(({ what }) => what === 'nothing')
  if (none) return told(await door.refused(refuse('import_empty')))
  return data<ImportAnswer>(
    {
      intent: door.intent,
      errors: [],
      refusal: null,
      typed: {},
      preview: { ...outline, text: tidyWords(words) },
    },
    { status: outline.problems.length === 0 ? 200 : 422 },
  )
}

/** A DOCX is a packed folder; whatever else comes is read as text. */
async function wordsIn(door: FormDoor, file: Uint8Array): Promise<string | Refusal> {
  if (file.length > largestFile) return refuse('document_too_large')
  if (file[0] === 0x50 && file[1] === 0x4b) {
    const read = await door.platform.readDocument(file)
    if ('markdown' in read) return read.markdown
    return refuse(
      read.refused === 'macros'
        ? 'document_with_macros'
        : read.refused === 'too_much'
          ? 'document_too_large'
          : 'document_not_readable',
    )
  }
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(file)
    return text.includes('\0') ? refuse('document_not_readable') : text
  } catch {
    return refuse('document_not_readable')
  }
}

function told(answer: ReturnType<FormDoor['refused']>) {
  return data<ImportAnswer>({ ...answer.data, preview: null }, answer.init ?? { status: 400 })
}
