// The Council's house with life in it: talks, its own moderator, statements, its register, and the operator's accesses.

import { system } from '#app/domain/actor.ts'
import { closeConversation } from '#app/domain/conversations/close.server.ts'
import { contribute, type Posted } from '#app/domain/conversations/contribute.server.ts'
import { noteAccess } from '#app/domain/council/access.server.ts'
import { saveContact } from '#app/domain/council/contact.server.ts'
import { appointCouncilModerator } from '#app/domain/council/moderators.server.ts'
import { decideObjection, listObjections, objectInRegister } from '#app/domain/council/register.server.ts'
import { publishStatement, withdrawStatement, writeStatement } from '#app/domain/council/statement.server.ts'
import { openTalk } from '#app/domain/council/talk.server.ts'
import { hideContribution } from '#app/domain/moderation/text-measures.server.ts'
import { opened } from '../cast.ts'
import type { Stage } from '../stage.ts'
import {
  type CouncilStatement,
  type CouncilTalk,
  councilContact,
  councilModerator,
  councilStatements,
  councilTalks,
  registerObjection,
} from '../story/council.ts'
import { hour, minute, type Scene } from './scene.ts'

export function councilScenes(stage: Stage): readonly Scene[] {
  return [
    ...houseScenes(stage),
    ...councilTalks.flatMap((talk) => talkScenes(stage, talk)),
    ...councilStatements.flatMap((statement) => statementScenes(stage, statement)),
    ...accessScenes(stage),
  ]
}

export function textsOfCouncil(): readonly string[] {
  return [
    ...councilTalks.flatMap(({ contributions }) => contributions.map(({ text }) => text)),
    ...councilStatements.flatMap(({ versions }) => versions.map(({ text }) => text)),
  ]
}

function houseScenes(stage: Stage): readonly Scene[] {
  const idOf = (handle: string) => stage.accounts.get(handle) ?? ''
  const { by, about, text, decidedBy, reason } = registerObjection
  return [
    {
      daysAgo: opened - 1,
      play: async () => stage.does(await stage.actor('amina'), saveContact, councilContact),
    },
    {
      daysAgo: opened - 1 - hour,
      play: async () => {
        await stage.does(await stage.actor('amina'), appointCouncilModerator, {
          accountId: idOf(councilModerator),
        })
        stage.forgetActors()
      },
    },
    {
      daysAgo: opened - 3,
      play: async () => stage.does(await stage.actor(by), objectInRegister, { accountId: idOf(about), text }),
    },
    {
      daysAgo: opened - 6,
      play: async () => {
        const decider = await stage.actor(decidedBy)
        const { database, town, now } = stage.platform
        const ask = { db: database.read, kind: database.kind, actor: decider, now: now(), town }
        const [objection] = await listObjections({ ...ask, ballotKeys: stage.platform.ballotKeys })
        await stage.does(decider, decideObjection, {
          objectionId: objection?.id ?? '',
          outcome: 'rejected',
          reason,
        })
      },
    },
  ]
}

function talkScenes(stage: Stage, talk: CouncilTalk): readonly Scene[] {
  const posted: Posted[] = []
  let conversationId = ''
  const begins = Math.max(...talk.contributions.map(({ daysAgo }) => daysAgo))
  const ends = Math.min(...talk.contributions.map(({ daysAgo }) => daysAgo))
  return [
    {
      daysAgo: begins + 5 * minute,
      play: async () => {
        const opening = await stage.does(await stage.actor(talk.by), openTalk, {
          title: talk.title,
          language: 'de',
        })
        conversationId = opening.conversationId
      },
    },
    ...talk.contributions.flatMap((one, place): readonly Scene[] => [
      {
        daysAgo: one.daysAgo,
        play: async () => {
          posted[place] = await stage.does(await stage.actor(one.by), contribute, {
            conversationId,
            parentId: one.answers === undefined ? null : (posted[one.answers]?.id ?? null),
            move: one.move,
            text: one.text,
            language: 'de',
            official: false,
          })
        },
      },
      ...(one.hidden === undefined
        ? []
        : [hideScene(stage, one.daysAgo - 3 * hour, one.hidden, () => posted[place])]),
    ]),
    ...(talk.closed
      ? [
          {
            daysAgo: ends - 2,
            play: async () =>
              stage.does(await stage.actor(councilModerator), closeConversation, { conversationId }),
          },
        ]
      : []),
  ]
}

function hideScene(stage: Stage, daysAgo: number, sentence: string, which: () => Posted | undefined): Scene {
  return {
    daysAgo,
    play: async () =>
      stage.does(await stage.actor(councilModerator), hideContribution, {
        contributionId: which()?.id ?? '',
        version: 1,
        grounds: { rule: '2', template: 'belittling', sentence },
      }),
  }
}

function statementScenes(stage: Stage, statement: CouncilStatement): readonly Scene[] {
  let statementId: string | null = null
  let version = 0
  return [
    ...statement.versions.map(({ by, daysAgo, text, note }) => ({
      daysAgo,
      play: async () => {
        const written = { statementId, title: statement.title, text, note, language: 'de', version }
        statementId = (await stage.does(await stage.actor(by), writeStatement, written)).statementId
        version += 1
      },
    })),
    ...statement.publishedDaysAgo.map((daysAgo) => ({
      daysAgo,
      play: async () => {
        await stage.does(await stage.actor('amina'), publishStatement, {
          statementId: statementId ?? '',
          version,
        })
        version += 1
      },
    })),
    ...(statement.withdrawn
      ? [
          {
            daysAgo: statement.withdrawn.daysAgo,
            play: async () =>
              stage.does(await stage.actor('amina'), withdrawStatement, {
                statementId: statementId ?? '',
                reason: statement.withdrawn?.reason ?? '',
              }),
          },
        ]
      : []),
  ]
}

/** Backups by hand, and the drill of putting one back. */
function accessScenes(stage: Stage): readonly Scene[] {
  const accesses = [
    { daysAgo: 41, kind: 'backup', detail: 'stadt-woche-1.backup' },
    { daysAgo: 20, kind: 'backup', detail: 'stadt-woche-4.backup' },
    { daysAgo: 19.9, kind: 'restore', detail: 'stadt-woche-4.backup' },
    { daysAgo: 3, kind: 'backup', detail: 'stadt-woche-7.backup' },
  ] as const
  return accesses.map(({ daysAgo, kind, detail }) => ({
    daysAgo,
    play: () => stage.does(system, noteAccess, { kind, detail, who: 'betrieb' }),
  }))
}
