// Sets the town up and gives everybody of the story an account, a task, a seat.
import { system } from '#app/domain/actor.ts'
import { saveBody, seat } from '#app/domain/bodies/body.server.ts'
import { confirmCreator, declareCreator } from '#app/domain/bodies/creator.server.ts'
import { openAccount } from '#app/domain/people/account.server.ts'
import { appoint, saveResponsibleRole } from '#app/domain/people/appointment.server.ts'
import { changeTown } from '#app/domain/people/town.server.ts'
import { dayMs, type Stage } from './stage.ts'
import { bodies, responsibles } from './story/bodies.ts'
import { people } from './story/people.ts'
import type { PersonRole, StoryPerson } from './story/types.ts'

export const cast: readonly StoryPerson[] = people

/** Days before today on which the platform was opened. */
export const opened = 215

export async function openTown(stage: Stage): Promise<void> {
  stage.setClock(opened)
  for (const { slug, name } of responsibles) await stage.does(system, saveResponsibleRole, { slug, name })
  for (const { purpose, termMonths: _, ...body } of bodies) {
    await stage.does(system, saveBody, { ...body, about: purpose })
  }
  for (const person of cast) await openPerson(stage, person)
  await confirmCreators(stage)
  stage.forgetActors()
}

/** Comes last, as the sign that the whole story was told: nothing is public before the imprint stands. */
export async function nameTown(stage: Stage): Promise<void> {
  await stage.does(system, changeTown, {
    town: stage.platform.town.name,
    imprint: {
      provider: 'Stadt Hattingen (Beispiel), erfunden für diese Vorführung',
      address: 'Beispielplatz 1\n00000 Beispielstadt',
      represented: 'Bürgermeisterin Erna Erdacht (Beispiel)',
      mail: 'stadt@beispiel.example',
      phone: '02324 0000',
      responsible: 'Kulturbüro, Herr Kornfeld (Beispiel)',
    },
  })
}

/** Every person says of themselves that they are made up. The young one's name is a single word. */
export function shownName(person: StoryPerson): string {
  return person.ageBand === '14-15' ? `${person.name}(Beispiel)` : `${person.name} (Beispiel)`
}

async function openPerson(stage: Stage, person: StoryPerson): Promise<void> {
  const { handle, mail, district, language, ageBand } = person
  const { accountId } = await stage.does(system, openAccount, {
    ...{ handle, mail, district, language, ageBand },
    name: shownName(person),
  })
  stage.accounts.set(handle, accountId)
  for (const role of person.roles) await give(stage, accountId, role)
}

async function give(stage: Stage, accountId: string, role: PersonRole): Promise<void> {
  switch (role.kind) {
    case 'operator':
    case 'moderator':
      await stage.does(system, appoint, { accountId, role: role.kind, scope: 'town' })
      return
    case 'staff':
      await stage.does(system, appoint, { accountId, role: 'staff', scope: role.function })
      return
    case 'responsible':
      await stage.does(system, appoint, { accountId, role: 'responsible', scope: role.role })
      return
    case 'seat': {
      const term = (bodies.find(({ slug }) => slug === role.body)?.termMonths ?? 24) * 30.4 * dayMs
      const { body, bench, function: held } = role
      const fromAt = stage.moment(opened)
      const untilAt = new Date(Date.parse(fromAt) + term).toISOString()
      await stage.does(system, seat, { accountId, body, bench, function: held, fromAt, untilAt })
      return
    }
    // People say it of themselves, once everybody has an account.
    case 'creator':
      return
  }
}

/** Speakers confirm those who declared themselves; the one who confirms the others is confirmed by a colleague. */
async function confirmCreators(stage: Stage): Promise<void> {
  const creators = cast.flatMap(({ handle, roles }) =>
    roles.flatMap((role) => (role.kind === 'creator' ? [{ ...role, handle }] : [])),
  )
  const speakers = cast.filter(({ roles }) =>
    roles.some((role) => role.kind === 'seat' && role.function === 'speaker'),
  )
  const [first, second] = speakers
  if (!first || !second) throw new Error('The story has no two speakers.')
  for (const { handle, branch, does } of creators) {
    await stage.does(await stage.actor(handle), declareCreator, { branch, does })
  }
  for (const { handle, waiting } of creators) {
    if (waiting) continue
    const by = await stage.actor(handle === first.handle ? second.handle : first.handle)
    await stage.does(by, confirmCreator, { accountId: stage.accounts.get(handle) ?? '' })
  }
}
