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
  /** One attack, whole and short enough for a title or a name; others in turn. */
  line(most?: number): string
  /** Up to twenty attacks, as paragraphs of a text. */
  text(most?: number): string
}

export function attacksOf(payloads: readonly string[]): Attacks {
  let place = 0
  /** The next that fits whole: half an attack is none. What is too long here comes where there is more room. */
  const next = (most: number) => {
    for (let tried = 0; tried < payloads.length; tried++) {
      const payload = payloads[place++ % payloads.length] ?? ''
      if (payload.length <= most) return payload
    }
    return ''
  }
  return {
    line: (most = 100) => `Wort ${next(most - 5)}`.toWellFormed(),
    text: (most = 3900) => {
      let text = 'Ein Text mit Wörtern davor.'
      for (let count = 0; count < 20; count++) {
        const payload = next(Math.max(0, most - text.length - 2))
        if (payload === '') break
        text += `\n\n${payload}`
      }
      return text.toWellFormed()
    },
  }
}
