// The worker: takes jobs and mails when they are due and runs commands as the house. A crash loses none; each may run twice.
import { system } from '#app/domain/actor.ts'
import { holdElection } from '#app/domain/elections/hold.server.ts'
import { prepareElection } from '#app/domain/elections/prepare.server.ts'
import { closeRoll } from '#app/domain/elections/roll.server.ts'
import { runOffElection } from '#app/domain/elections/run-off.server.ts'
import { beginTerms, fillSeats } from '#app/domain/elections/terms.server.ts'
import { remindAnswer } from '#app/domain/ideas/reminders.server.ts'
import { recordOutcome } from '#app/domain/meetings/outcome.server.ts'
import { remindResolution, remindTask } from '#app/domain/meetings/tasks.server.ts'
import { sendDigest } from '#app/domain/notices/digest.server.ts'
import { followUp, followUpRest } from '#app/domain/notices/follow-up.server.ts'
import {
  claimJobs,
  type DueJob,
  finishJob,
  forgetOld,
  freeClaims,
  postponeJob,
} from '#app/domain/notices/jobs.server.ts'
import { forgetPicture } from '#app/domain/people/erase.server.ts'
import type { Platform } from '#app/domain/platform.ts'
import { destroyBallotKey } from '#app/domain/polls/ballots/close.server.ts'
import { tellArrivals } from '#app/domain/polls/ballots/tell.server.ts'
import { countInterim, countPoll } from '#app/domain/polls/count.server.ts'
import { closeOnTime, endObjections, openOnTime, sealPoll } from '#app/domain/polls/life.server.ts'
import { remindVoters } from '#app/domain/polls/remind.server.ts'
import { remindReview } from '#app/domain/polls/review.server.ts'
import { type Command, type Deed, prepared, run, type Work } from '#app/domain/run.server.ts'
import { indexOlder } from '#app/domain/search/older.server.ts'
import { adoptByVote, decideByVote } from '#app/domain/standards/by-vote.server.ts'
import {
  remindDeclaration,
  remindSectionTask,
  remindStandardReview,
  turnConsultation,
} from '#app/domain/standards/duties.server.ts'
import { settleDraft } from '#app/domain/standards/workshop/settle.server.ts'
import { sendMails } from './mail/sending.ts'
import { openMail } from './mail.ts'
import type { RunningPlatform } from './platform.ts'
import { sentence } from './sentence.ts'
import type { Settings } from './settings.ts'

export interface Jobs {
  /** Does everything that is due now; tests and the demo wait for it. */
  settle(): Promise<void>
  close(): Promise<void>
}

/** What each kind of job runs. A kind without a command is a mistake of ours and says so. */
const commands: Readonly<Record<string, Command<never, void>>> = {
  'follow-up': followUp,
  'follow-up-rest': followUpRest,
  'answer-reminder': remindAnswer,
  digest: sendDigest,
  forget: forgetOld,
  'index-older': indexOlder,
  'task-reminder': remindTask,
  'resolution-review': remindResolution,
  'meeting-outcome': recordOutcome,
  'forget-picture': forgetPicture,
  'poll-open': openOnTime,
  'destroy-ballot-key': destroyBallotKey,
  'ballot-mails': tellArrivals,
  'poll-close': closeOnTime,
  'poll-seal': sealPoll,
  'poll-count': countPoll,
  'poll-tell': countInterim,
  'poll-final': endObjections,
  'poll-remind': remindVoters,
  'poll-review': remindReview,
  'standard-decide': decideByVote,
  'standard-adopt': adoptByVote,
  'workshop-settle': settleDraft,
  'standard-consultation': turnConsultation,
  'section-task-reminder': remindSectionTask,
  'declaration-review': remindDeclaration,
  'standard-review': remindStandardReview,
  'election-roll': closeRoll,
  'election-prepare': prepareElection,
  'election-run-off': runOffElection,
  'election-hold': holdElection,
  'election-terms': beginTerms,
  'election-line-up': fillSeats,
}

const tickMs = 1_000
const hour = 3_600_000

export function openJobs(platform: RunningPlatform, settings: Settings): Jobs {
  const mailer = openMail({ smtpUrl: settings.smtpUrl, dataDir: settings.dataDir, from: settings.mailFrom })
  let closed = false
  // Two lanes: a mail server that hangs holds up no deed.
  const lanes = [
    openLane(
      platform,
      () => closed,
      () => doJobs(platform),
    ),
    openLane(
      platform,
      () => closed,
      () => sendMails(platform, mailer),
    ),
  ]
  const wake = () => Promise.all(lanes.map((lane) => lane.wake()))

  platform.onNews(() => void wake())
  const ticking = setInterval(() => void wake(), tickMs)
  const forgetting = setInterval(() => {
    run(platform, system, forgetOld, null).catch((error: unknown) =>
      platform.log('warn', 'What is old could not be forgotten.', { error: sentence(error) }),
    )
  }, hour)
  void freeAfterCrash(platform).then(wake)
  return {
    async settle() {
      // Deeds write mails and never the other way round, so the second lane comes to rest last.
      for (const lane of lanes) await lane.settle()
    },
    async close() {
      closed = true
      clearInterval(ticking)
      clearInterval(forgetting)
      await Promise.all(lanes.map((lane) => lane.rest()))
      await mailer.close()
    },
  }
}

interface Lane {
  wake(): Promise<void>
  settle(): Promise<void>
  rest(): Promise<void>
}

/** Works while there is something to do; woken meanwhile, it looks once more. */
function openLane(platform: RunningPlatform, closed: () => boolean, turn: () => Promise<boolean>): Lane {
  let running: Promise<void> | null = null
  let again = false
  const work = async () => {
    do {
      again = false
      while (!closed() && (await turn())) {}
    } while (again && !closed())
  }
  const wake = () => {
    again = true
    running ??= work()
      .catch((error: unknown) => platform.log('error', 'The worker stumbled.', { error: sentence(error) }))
      .finally(() => {
        running = null
      })
    return running
  }
  return {
    wake,
    async settle() {
      do await wake()
      while (again)
    },
    rest: async () => void (await running),
  }
}

/** An SQLite file belongs to one process: whatever is still claimed was claimed by the one that died. */
async function freeAfterCrash(platform: RunningPlatform): Promise<void> {
  if (platform.database.kind !== 'sqlite') return
  await run(platform, system, freeClaims, null).catch((error: unknown) =>
    platform.log('warn', 'Claims of an earlier process could not be freed.', { error: sentence(error) }),
  )
}

/** Takes the jobs that are due and does them; true while there was something to do. */
export async function doJobs(platform: Platform): Promise<boolean> {
  const claimed = await run(platform, system, claimJobs, { most: 50 })
  if (!claimed.ok || claimed.value.length === 0) return false
  for (const row of rowsOf(platform, claimed.value)) {
    await Promise.all(row.map((job) => doJob(platform, job)))
  }
  return true
}

/** Events followed up one after the other share a transaction on SQLite. Other jobs look before they act: each by itself. */
function rowsOf(platform: Platform, jobs: readonly DueJob[]): readonly (readonly DueJob[])[] {
  const rows: DueJob[][] = []
  for (const job of jobs) {
    const last = rows.at(-1)
    const together = platform.database.kind === 'sqlite' && job.kind === 'follow-up'
    if (together && last?.[0]?.kind === 'follow-up') last.push(job)
    else rows.push([job])
  }
  return rows
}

/** Says nothing of the job itself: it is for later. */
const notStoredNow: ReadonlySet<string> = new Set(['storage_full', 'database_away', 'somebody_was_faster'])

async function doJob(platform: Platform, job: DueJob): Promise<void> {
  try {
    const command = commands[job.kind]
    if (!command) throw new Error(`There is no command for jobs of the kind '${job.kind}'.`)
    const outcome = await run(platform, system, finishing(command, job.id), job.data as never)
    if (outcome.ok) return
    // A refusal is an answer: the thing changed meanwhile, and there is nothing left to do.
    if (notStoredNow.has(outcome.refusal.reason)) throw new Error(outcome.refusal.reason)
    await run(platform, system, finishJob, { id: job.id })
  } catch (error) {
    platform.log('warn', 'A job failed and will be tried again.', { kind: job.kind, error: sentence(error) })
    await run(platform, system, postponeJob, { id: job.id, attempts: job.attempts, error: sentence(error) })
  }
}

/** The job, and that it is done: one deed, so a crash leaves both or neither. */
function finishing(command: Command<never, void>, id: string): Command<never, void> {
  const deed = (typeof command === 'function' ? command : command.deed) as Deed<unknown, void>
  const both = async (work: Work, input: unknown) => {
    await deed(work, input)
    await finishJob(work, { id })
  }
  return typeof command === 'function' ? both : prepared(command.prepare, both)
}
