// How a room joins: it writes what it is given wherever people write in it, past the forms' own rules, and names the pages
// that show it. A new room is one file beside this one and its name in `index.ts`.
import type { Actor } from '#app/domain/actor.ts'
import type { Site } from '#tests/site.ts'

export interface HostileRoom {
  readonly name: string
  write(site: Site, attacks: Attacks): Promise<Shown>
}

export interface Shown {
  /** Who may see all of these pages. */
  readonly as: Actor
  readonly pages: readonly string[]
  /** Files for other programs: feeds and calendars. */
  readonly files: readonly string[]
}

export interface Attacks {
  /** One attack, short enough for a title or a name; others in turn. */
  line(most?: number): string
  /** Twenty attacks, as paragraphs of a text. */
  text(most?: number): string
}

export function attacksOf(payloads: readonly string[]): Attacks {
  let place = 0
  const next = () => payloads[place++ % payloads.length] ?? ''
  return {
    line: (most = 100) => `Wort ${next()}`.slice(0, most).toWellFormed(),
    text: (most = 3900) =>
      ['Ein Text mit Wörtern davor.', ...Array.from({ length: 20 }, next)]
        .join('\n\n')
        .slice(0, most)
        .toWellFormed(),
  }
}
