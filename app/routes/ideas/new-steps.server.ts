// The way of a new idea from step to step. What earlier steps collected travels sealed in the form, never in a cookie.
import { data } from '@remix-run/node'
import type { FieldProblem } from '#app/domain/form.ts'
import { listDistrictsByName, wholeTown } from '#app/domain/goals/town.ts'
import { newSecretWord } from '#app/domain/ideas/guest.server.ts'
import { guestForm, pictureForm, titleForm, wordsForm } from '#app/domain/ideas/idea.form.ts'
import { postIdea } from '#app/domain/ideas/idea.server.ts'
import { findSimilarIdeas } from '#app/domain/ideas/similar.server.ts'
import { supportIdea } from '#app/domain/ideas/support.server.ts'
import { acceptName } from '#app/domain/people/account.ts'
import { isRefusal } from '#app/domain/refusal.ts'
import { firstThought } from '#app/domain/search/plain-words.ts'
import type { Answer, Door, FormDoor } from '#app/http/door.server.ts'
import { readForm } from '#app/http/form.ts'

export interface IdeaDraft {
  readonly title: string
  readonly text: string
  readonly district: string
  readonly language: string
  /** Drawn when the last step is shown, so that the same form sent twice names the same word. */
  readonly secret: string | null
}

export type SimilarShown = Awaited<ReturnType<typeof similarFor>>[number]

/** What the page shows after a post: which step, with what was collected so far. */
export interface StepAnswer extends Answer {
  readonly step: 'title' | 'words' | 'send' | 'posted'
  readonly sealed: string
  readonly draft: Omit<IdeaDraft, 'secret'>
  readonly similar: readonly SimilarShown[]
  /** The idea one has just joined from step 2. */
  readonly joined: number | null
  readonly posted: { readonly number: number; readonly secret: string; readonly readBy: string } | null
}

const purpose = 'new-idea'

export function districtOptions(door: Pick<Door, 'ask'>) {
  return listDistrictsByName(door.ask.town).map(({ slug, name }) => ({ value: slug, label: name }))
}

const formOf = (door: Pick<Door, 'ask'>) =>
  wordsForm(listDistrictsByName(door.ask.town).map((district) => district.slug))

export async function similarFor(door: Pick<Door, 'ask' | 'actor'>, title: string) {
  const found = await findSimilarIdeas(door.ask, title)
  return found.slice(0, 5).map((idea) => ({
    number: idea.number,
    title: idea.title,
    thought: firstThought(idea.text),
    language: idea.language,
    state: idea.state,
    supporters: idea.supportCount,
    own: door.actor.accountId !== null && idea.authorId === door.actor.accountId,
  }))
}

/** Step 1, the title alone. */
export async function takeTitle(door: FormDoor) {
  const form = await door.read(titleForm)
  if (!form.ok) return show(door, 'title', {}, door.invalid(form.problems))
  return show(door, 'words', { title: form.values.title })
}

/** Step 2, or everything on one page with JavaScript: leads on to the check. */
export async function takeWords(door: FormDoor) {
  const before = unsealed(door)
  if (!door.posted.has('title') && before) door.posted.set('title', before.title)
  const form = await door.read(formOf(door))
  if (!form.ok) return show(door, 'words', typedDraft(door, before), door.invalid(form.problems))
  return show(door, 'send', { ...form.values, secret: before?.secret ?? newSecretWord(door.platform) })
}

/** 'Das meine ich auch' on step 2: counted at once, and what was typed stays. */
export async function join(door: FormDoor, number: number) {
  const draft = typedDraft(door, unsealed(door))
  const similar = await findSimilarIdeas(door.ask, draft.title ?? '')
  const idea = similar.find((one) => one.number === number)
  if (!idea) return show(door, 'words', draft)
  const outcome = await door.run(supportIdea, { ideaId: idea.id })
  if (!outcome.ok) return show(door, 'words', draft, door.refused(outcome.refusal))
  return show(door, 'words', draft, undefined, { joined: number })
}

export async function change(door: FormDoor) {
  const draft = unsealed(door)
  return draft ? show(door, 'words', draft) : show(door, 'title', {})
}

/** The last step: the name, a picture, and off it goes. */
export async function send(door: FormDoor) {
  const draft = unsealed(door)
  if (!draft) return show(door, 'title', {}, lost(door))
  // Sealed is also what was refused before, so that nothing typed is lost: it is read once more before it counts.
  const words = await readForm(formOf(door), formDataOf(draft))
  if (!words.ok) return show(door, 'words', draft, door.invalid(words.problems))
  const guest = door.actor.kind === 'guest'
  const limited = await door.limit(guest ? 'guest-post' : 'post')
  if (limited) return show(door, 'send', draft, limited)
  const picture = await door.read(pictureForm)
  const name = guest ? await door.read(guestForm) : null
  const problems = {
    ...(name === null || name.ok ? {} : name.problems),
    ...(picture.ok ? {} : picture.problems),
    ...(name?.ok && name.values.naming !== 'none' && name.values.name === '' ? missing('name') : {}),
    ...(picture.ok && picture.values.picture && picture.values.alt === '' ? missing('alt') : {}),
    ...(picture.ok && picture.values.picture && !picture.values.rights ? missing('rights') : {}),
  }
  if (Object.keys(problems).length > 0 || !picture.ok)
    return show(door, 'send', draft, door.invalid(problems))
  const { picture: bytes, alt } = picture.values
  const secret = draft.secret ?? newSecretWord(door.platform)
  let authorName: string | null
  try {
    authorName = name?.ok && name.values.naming !== 'none' ? acceptName(name.values.name, '16+') : null
  } catch (error) {
    if (!isRefusal(error)) throw error
    return show(door, 'send', draft, door.refused(error))
  }
  const outcome = await door.run(postIdea, {
    ...words.values,
    authorName,
    secret: guest ? secret : null,
    source: 'web',
    picture: bytes ? { bytes, alt } : null,
  })
  if (!outcome.ok) return show(door, 'send', draft, door.refused(outcome.refusal))
  const { number } = outcome.value
  if (!guest) return door.goTo(`/ideen/${number}?meldung=danke`)
  const days = door.ask.town.rules.guestCheckDays
  const readBy = new Date(Date.parse(door.ask.now) + days * 86_400_000).toISOString()
  return show(door, 'posted', draft, undefined, { posted: { number, secret, readBy } })
}

function formDataOf({ title, text, district, language }: IdeaDraft): FormData {
  const form = new FormData()
  for (const [name, value] of Object.entries({ title, text, district, language })) form.set(name, value)
  return form
}

function missing(name: string): Record<string, FieldProblem> {
  return { [name]: { error: 'missing' } }
}

function lost(door: FormDoor): Answered {
  return data<Answer>(
    { intent: door.intent, errors: [], refusal: door.t('ideas:form.state-lost'), typed: {} },
    { status: 400 },
  )
}

type Answered = ReturnType<FormDoor['invalid']>

async function show(
  door: FormDoor,
  step: StepAnswer['step'],
  draft: Partial<IdeaDraft>,
  answered?: Answered,
  more: Partial<StepAnswer> = {},
) {
  const whole: IdeaDraft = {
    title: draft.title ?? '',
    text: draft.text ?? '',
    district: draft.district ?? wholeTown,
    language: draft.language ?? door.lang,
    secret: draft.secret ?? null,
  }
  const { secret: _, ...shown } = whole
  return data<StepAnswer>(
    {
      intent: door.intent,
      errors: [],
      refusal: null,
      typed: answered ? answered.data.typed : {},
      ...(answered ? { errors: answered.data.errors, refusal: answered.data.refusal } : {}),
      step,
      sealed: door.platform.seal(purpose, whole),
      draft: shown,
      similar: step === 'words' ? await similarFor(door, whole.title) : [],
      joined: null,
      posted: null,
      ...more,
    },
    { status: answered?.init?.status ?? 200 },
  )
}

function unsealed(door: FormDoor): IdeaDraft | null {
  const sealed = door.posted.get('state')
  return typeof sealed === 'string' && sealed !== '' ? door.platform.unseal<IdeaDraft>(purpose, sealed) : null
}

/** What stands in the fields now, over what was sealed before. */
function typedDraft(door: FormDoor, before: IdeaDraft | null): Partial<IdeaDraft> {
  const typed = (name: keyof IdeaDraft) => {
    const value = door.posted.get(name)
    return typeof value === 'string' ? { [name]: value.slice(0, 20_000) } : {}
  }
  return { ...before, ...typed('title'), ...typed('text'), ...typed('district'), ...typed('language') }
}
