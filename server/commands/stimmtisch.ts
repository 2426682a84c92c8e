// The project's own command line: `npm run --silent stimmtisch -- COMMAND …`.
import { backup } from './backup.ts'
import { listEvents } from './events.ts'
import { listPermissions } from './permissions.ts'
import { restore } from './restore.ts'
import { listRoutes } from './routes.ts'
import { listSettings } from './settings.ts'

const commands: Readonly<Record<string, { what: string; run(args: string[]): Promise<number> | number }>> = {
  settings: { what: 'Every setting: name, default, meaning.', run: listSettings },
  permissions: { what: 'Who may do what: role × action × kind of subject.', run: listPermissions },
  routes: { what: 'Every address with its methods and the actions it asks for.', run: listRoutes },
  events: { what: 'Every event and socket message with its audience.', run: listEvents },
  backup: { what: 'Writes everything of a town into one file, also while it runs.', run: backup },
  restore: { what: 'Puts a backup back into an empty data folder.', run: restore },
  tally: {
    what: 'Counts a file of ballots: tally FILE --method METHOD …',
    run: async (args) => (await import('./tally.ts')).tally(args),
  },
  verify: {
    what: 'Checks the published ballots of a secret vote: verify FILE',
    run: async (args) => (await import('./verify.ts')).verify(args),
  },
  signer: {
    what: 'The second signer of a blind-signed vote, on a machine of its own: signer new|serve|close FOLDER …',
    run: async (args) => (await import('../signer/command.ts')).signer(args),
  },
}

async function main([name = '', ...args]: string[]): Promise<number> {
  // A backup holds everything, the key too: it is for this user alone.
  process.umask(0o077)
  const command = commands[name]
  if (command) return command.run(args)
  console.error(name === '' ? 'Say what to do:' : `There is no command '${name}'. These exist:`)
  for (const [known, { what }] of Object.entries(commands)) console.error(`  ${known.padEnd(12)} ${what}`)
  return 2
}

process.exitCode = await main(process.argv.slice(2))
