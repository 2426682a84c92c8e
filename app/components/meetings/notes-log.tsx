import { Time } from '#app/components/time.tsx'
import type { Stand } from '#app/domain/meetings/stand.ts'
import { useWords } from '#app/i18n/words.tsx'

/** What the minute-taker writes while it happens: a debate one can follow without hearing it. */
export function NotesLog({ stand, itemId }: { readonly stand: Stand; readonly itemId: string | null }) {
  const { t } = useWords()
  const notes = itemId === null ? stand.notes : stand.notes.filter((note) => note.itemId === itemId)
  if (notes.length === 0) return <p className="quiet">{t('meetings:notes.empty')}</p>
  return (
    <ol className="minutes-log">
      {notes.map((note) => (
        <li key={note.noteId}>
          <Time at={note.at} as="clock" />
          <span dir="auto">{note.text}</span>
        </li>
      ))}
    </ol>
  )
}
