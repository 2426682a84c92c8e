// What a room of the house tells the probe about its addresses, things, private words and live topics.
import type { Furnishing } from './ready.ts'
import type { Town } from './town.ts'

/** Somebody of the demo town as the probe knows them: from /demo/town.json alone. */
export interface Person {
  readonly handle: string
  readonly roles: readonly string[]
  readonly appointments: readonly { readonly role: string; readonly scope: string }[]
  /** Whom the moderators of the town paused: no right of an account for a while, but what is their own. */
  readonly paused?: true
  readonly seats: readonly {
    readonly body: string
    readonly function: string
    readonly bench: string | null
  }[]
}

/** One thing behind an address, with all the probe needs to say by itself who stands how to it. */
export interface Thing {
  /** What stands in the address in the place of `:number`, `:id` …; empty where the address has no such place. */
  readonly param: string
  /** Where an address has several such places: what stands in each of them. */
  readonly params?: Readonly<Record<string, string>>
  /** The id within topics and forms. */
  readonly id: string
  /** Such as 'hidden'; one thing of each label is tried at least. */
  readonly label: string
  readonly public: boolean
  readonly author?: string | null
  /** Whom it is about, by handle. */
  readonly self?: string | null
  /** The responsible role that answers. */
  readonly responsible?: string | null
  /** The space whose moderators look after it; the town's own where left out. */
  readonly space?: string
  /** The body it belongs to: only that body's seats count. */
  readonly body?: string
  /** Its house opens itself to the town, as the Council does with its votes: nobody is a stranger there. */
  readonly outer?: true
  /** What is asked where the door leaves it to the thing. */
  readonly actions?: Readonly<Record<string, string>>
  /** Standings this thing gives to people beyond the common ones, such as 'electorate'. */
  readonly gives?: (person: Person) => readonly string[]
}

export interface ThingKind {
  list(town: Town): Promise<readonly Thing[]> | readonly Thing[]
  /** Whoever has one of these rights knows that it is there; to all others it must look like what is missing. */
  readonly known?: string | readonly string[]
  /** A `param` of the same shape that belongs to nothing. */
  readonly missing: string
}

/** An action of the policy, several of which any will do, or a name under which each thing says its own: `thing:see`. */
export type Asked = string | readonly string[]

/** A form of an address, by its key: the hidden `what` and the `intent`, joined by a slash; '' where it has neither. */
export interface Post {
  readonly action: Asked
  /** Typed in by hand; everything else is filled in by its type. */
  readonly fields?: Readonly<Record<string, string | readonly string[]>>
  /** Where one page shows forms of many things: the fields that name this one. */
  readonly names?: (thing: Thing) => Readonly<Record<string, string>>
  /** The form is shown only in the answer to this other form of the same address. */
  readonly after?: string
  /** A step on the way: it shows the next form and stores nothing. */
  readonly step?: true
  /** It changes only what belongs to whoever sends it: the same form sent by somebody else is their own business. */
  readonly own?: true
  /** It carries ids of things of the one it was shown to: the same form sent by somebody else may change nothing. */
  readonly theirs?: true
  /** Where somebody who may not is led instead, with nothing done. */
  readonly elsewhere?: RegExp
  /** Ends the sender's session or account, so it is proven last, by a person of its own. */
  readonly last?: true
  /** Who proves that the form does something, where not just anybody who may. */
  readonly by?: string
  /** Why no page of the demo town shows it; the probe then sends `fields` as they stand. */
  readonly unseen?: string
  /** What the probe cannot do itself (a security key, a code read from a mail), and the test that does it. */
  readonly provenIn?: string
}

export interface Door {
  /** The kind of thing in the address. */
  readonly of?: string
  /** The action of the policy without which it shows nothing; more than one where any of them opens it. */
  readonly see: Asked
  /** More of the address than its path, such as a query. */
  readonly at?: (thing: Thing, town: Town) => string
  /** Only things for which the page exists at all. */
  readonly only?: (thing: Thing) => boolean
  readonly posts?: Readonly<Record<string, Post>>
  /** The parameter into which anybody may type words to find things. */
  readonly query?: string
  /** Pages that exist only in a demo process and show everything on purpose, or answer 200 to no demo person. */
  readonly exempt?: string
}

export interface Topic {
  /** The kind of thing whose id follows the colon; none for a topic without one. */
  readonly of?: string
  readonly see: Asked
  /** Whoever watches it and has an account may tell the others that they are writing. */
  readonly says?: true
  /** Whoever watches it writes there together with the others. */
  readonly writes?: true
}

/** A private word: whoever meets it and is not among its readers has found a leak. */
export interface Canary {
  readonly word: string
  readonly where: string
  readonly reads: (person: Person) => boolean
  /** It was open for a while, so mails of that time may hold it. */
  readonly onceOpen?: boolean
}

/** A right taken away through the house's own pages while its holder is connected. */
export interface Taking {
  readonly name: string
  readonly from: string
  /** Topics the person watched and must lose. */
  readonly topics: (town: Town) => readonly string[]
  /** People who press the buttons. */
  readonly by: readonly string[]
  take(town: Town): Promise<void>
  /** The whole connection ends, and the session opens nothing any more. */
  readonly ends?: true
  /** The person as they stand afterwards; left out where a thing became closed, not a person poorer. */
  left?(person: Person): Person
  /** What was open to everybody and is so no more, asked before it is taken. */
  closes?(town: Town): Closing
  /** Makes something happen on one of the topics afterwards, while somebody who may hear it listens, too. */
  readonly stir?: Stir
}

export interface Stir {
  /** Who hears it all the same. */
  readonly heardBy: string
  happens(town: Town, topics: readonly string[]): Promise<void>
}

export interface Closing {
  /** The thing itself, by kind and id; what hangs on it is found by looking. None where only the words are gone. */
  readonly thing?: readonly [kind: string, id: string]
  /** Pages it stood on, by kind and id. */
  readonly near?: readonly (readonly [kind: string, id: string])[]
  /** Its words, which stood there for everybody. */
  readonly words: readonly string[]
  /** Who goes on reading them. */
  readonly reads: (person: Person) => boolean
}

export interface Room {
  readonly things?: Readonly<Record<string, ThingKind>>
  readonly doors: Readonly<Record<string, Door>>
  /** Actions that decide over a part of a page, and what stands for them here. */
  readonly parts?: Readonly<Record<string, string>>
  readonly topics?: Readonly<Record<string, Topic>>
  /** Handles of people without whom a part of the room stays untried. */
  readonly people?: readonly string[]
  /** Deeds by command before anybody visits, for what the demo town's story does not hold. */
  readonly furnish?: (town: Furnishing) => Promise<void>
  /** More of them, by the forms of the running town. */
  readonly prepare?: (town: Town) => Promise<void>
  readonly canaries?: (town: Town) => Promise<readonly Canary[]> | readonly Canary[]
  readonly takings?: readonly Taking[]
}
