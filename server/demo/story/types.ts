// The shapes in which the demo town's story is written; the player turns them into commands.
// All times are days before today, so the town looks alive whenever it is started.

export type District =
  | 'hattingen-mitte'
  | 'winz-baak'
  | 'welper'
  | 'niederwenigern'
  | 'holthausen'
  | 'bredenscheid-stueter'
  | 'blankenstein'
  | 'niederbonsfeld'
  | 'oberelfringhausen'
  | 'oberstueter'
  | 'niederelfringhausen'

export type BodySlug = 'runder-tisch' | 'sprecherrat' | 'ag-standards'
export type BenchSlug = 'verwaltung' | 'ausschuss' | 'kulturschaffende'
export type SeatFunction = 'chair' | 'deputy' | 'minute-taker' | 'member' | 'speaker' | 'substitute'

export type ResponsibleSlug =
  | 'kulturbuero'
  | 'gebaeude'
  | 'stadtmarketing'
  | 'buecherei'
  | 'jugend'
  | 'teilhabe'
  | 'ehrenamt'

export type Branch =
  | 'Musik'
  | 'Bildende Kunst'
  | 'Theater und Tanz'
  | 'Literatur'
  | 'Film und Foto'
  | 'Brauchtum'

export type PersonRole =
  | { readonly kind: 'operator' }
  | { readonly kind: 'moderator' }
  | { readonly kind: 'staff'; readonly function: string }
  | { readonly kind: 'responsible'; readonly role: ResponsibleSlug }
  | {
      readonly kind: 'seat'
      readonly body: BodySlug
      readonly bench: BenchSlug | null
      readonly function: SeatFunction
    }
  /** `waiting`: declared, and not yet confirmed by the Speakers' Council. */
  | { readonly kind: 'creator'; readonly branch: Branch; readonly does: string; readonly waiting?: true }

/** Names stand without "(Beispiel)": the player appends it. */
export type StoryPerson = {
  readonly handle: string
  readonly name: string
  readonly mail: `${string}@beispiel.example`
  readonly district: District | null
  readonly language: 'de' | 'en'
  readonly ageBand: '16+' | '14-15'
  /** One sentence for the page that lets a visitor become this person. */
  readonly about: string
  readonly roles: readonly PersonRole[]
}

export type StoryBench = { readonly slug: BenchSlug; readonly name: string; readonly seats: number }

export type StoryBody = {
  readonly slug: BodySlug
  readonly name: string
  readonly kind: 'round-table' | 'council' | 'working-group'
  readonly purpose: string
  readonly seats: number
  readonly benches: readonly StoryBench[]
  readonly termMonths: number
}

export type StoryResponsible = {
  readonly slug: ResponsibleSlug
  readonly name: string
  readonly does: string
}

export type OutcomeKind = 'will_be_done' | 'partly' | 'later' | 'no'

export type StoryOutcome = {
  readonly kind: OutcomeKind
  readonly byHandle: string
  readonly daysAgo: number
  readonly text: string
  /** Days from today until the town looks at it again; with 'later' always given. */
  readonly reviewOn?: number
}

/**
 * Ideas are numbered in the order of the list. Dates follow the numbers but for three: 12 and 21 have only just
 * come in, and 22 is old enough to be overdue. So the player files them by number, each at its own time.
 */
export type StoryIdea = {
  readonly number: number
  /** null for a guest; then `guestName` tells how the guest wished to be called, null for "ohne Namen". */
  readonly handle: string | null
  readonly guestName?: string | null
  readonly title: string
  readonly text: string
  readonly district: District | 'ganz'
  readonly goal: string
  readonly receivedDaysAgo: number
  /** null while a moderator has not read it yet. */
  readonly publishedDaysAgo: number | null
  /** How many others say "Das meine ich auch", or who does. */
  readonly supporters: number | readonly string[]
  readonly responsible: ResponsibleSlug
  /** null for the town's usual six weeks; negative when the day has passed. */
  readonly answerDueInDays: number | null
  readonly outcome: StoryOutcome | null
  readonly done: { readonly daysAgo: number; readonly text: string } | null
  /** Earlier texts, oldest first; `text` above is what stands now, `daysAgo` when this one was replaced. */
  readonly versions?: readonly { readonly daysAgo: number; readonly text: string }[]
  readonly withdrawn?: { readonly daysAgo: number; readonly reason: string }
  readonly extension?: {
    readonly byHandle: string
    readonly daysAgo: number
    readonly reason: string
    readonly newDueInDays: number
  }
  /** What a picture of it shows, for those who do not see it; null for no picture. */
  readonly picture: string | null
}

export type Move = 'question' | 'for' | 'against' | 'proposal' | 'experience' | 'answer'

/** 1 talk about the matter · 2 insult nobody · 3 no advertising · 4 nothing private about others · 5 keep the law */
export type RuleNumber = '1' | '2' | '3' | '4' | '5'

export type StoryContribution = {
  readonly key: string
  readonly parent: string | null
  readonly by: string
  readonly move: Move
  readonly daysAgo: number
  readonly text: string
  /** A language tag, where it is not German. */
  readonly language?: 'tr' | 'en' | 'ar'
  /** Written in simple German. */
  readonly simple?: true
  /** Spoken for the office or the body the person holds, not as a private person. */
  readonly official?: true
  readonly edited?: { readonly text: string; readonly hoursLater: number }
  readonly deletedByAuthor?: true
  readonly hidden?: {
    readonly by: string
    readonly rule: RuleNumber
    readonly reason: string
    readonly appeal?: {
      readonly text: string
      readonly outcome: 'upheld' | 'restored'
      readonly by: string
      readonly reason: string
    }
  }
  readonly reactions?: { readonly understandable: number; readonly connects: number }
}

export type StoryConversation = {
  readonly idea: number
  readonly contributions: readonly StoryContribution[]
}

export type StoryReport = {
  /** The contribution's key, or the idea's number. */
  readonly about: { readonly contribution: string } | { readonly idea: number }
  /** null when somebody reported it without signing in. */
  readonly by: string | null
  readonly guestName?: string
  readonly guestMail?: `${string}@beispiel.example`
  readonly rule: RuleNumber
  readonly text: string
  readonly daysAgo: number
}

export type StoryGuestIdea = {
  readonly guestName: string | null
  readonly title: string
  readonly text: string
  readonly district: District | 'ganz'
  readonly receivedDaysAgo: number
}

/** What an idea came to that stands in no list any more, or only as a closed one. */
export type StoryEnd =
  | { readonly kind: 'withdrawn'; readonly daysAgo: number; readonly reason: string }
  | { readonly kind: 'merged'; readonly daysAgo: number; readonly by: string; readonly into: number }
  | {
      readonly kind: 'hidden' | 'refused'
      readonly daysAgo: number
      readonly by: string
      readonly rule: RuleNumber
      readonly reason: string
    }

export type StoryLaidAside = {
  /** null for a guest. */
  readonly handle: string | null
  readonly guestName?: string
  readonly title: string
  readonly text: string
  readonly district: District | 'ganz'
  readonly receivedDaysAgo: number
  readonly end: StoryEnd
}

/** A word that stands in one private place only: whoever else meets it has found a leak. */
export type StoryCanary = {
  readonly word: string
  readonly where: string
  readonly readers: { readonly handles: readonly string[]; readonly roles: readonly string[] }
}
