// Prints the one policy as a matrix; docs/permissions.md is made from the same rows.
import { type Action, denied, policy, type Standing } from '#app/domain/policy.ts'
import { print } from './print.ts'

/** The standings each role of the product brings along to a thing of somebody else that is public. */
const roles: Readonly<Record<string, readonly Standing[]>> = {
  guest: ['anyone', 'reader'],
  citizen: ['anyone', 'reader', 'account'],
  creator: ['anyone', 'reader', 'account', 'creator'],
  speaker: ['anyone', 'reader', 'account', 'creator', 'speaker'],
  member: ['anyone', 'reader', 'account', 'member', 'inside'],
  chair: ['anyone', 'reader', 'account', 'member', 'chair', 'inside'],
  'minute-taker': ['anyone', 'reader', 'account', 'minute-taker', 'inside'],
  substitute: ['anyone', 'reader', 'account', 'substitute', 'inside'],
  administration: ['anyone', 'reader', 'account', 'staff', 'responsible', 'administration'],
  moderator: ['anyone', 'reader', 'account', 'moderator', 'administration'],
  operator: ['anyone', 'reader', 'account', 'operator', 'administration'],
}

export interface Permission {
  readonly action: string
  readonly subject: string
  readonly standings: readonly Standing[]
  readonly never: readonly Standing[]
  readonly roles: Readonly<Record<string, 'yes' | 'no' | 'own'>>
}

export function permissionTable(): readonly Permission[] {
  return (Object.keys(policy) as Action[]).map((action) => {
    const standings: readonly Standing[] = policy[action]
    const never = denied[action] ?? []
    const own = standings.includes('author') || standings.includes('self')
    const answer = (role: string, brings: readonly Standing[]): 'yes' | 'no' | 'own' => {
      if (brings.some((standing) => never.includes(standing))) return 'no'
      if (brings.some((standing) => standings.includes(standing))) return 'yes'
      return own && role !== 'guest' ? 'own' : 'no'
    }
    return {
      action,
      subject: action.split('.')[0] ?? action,
      standings,
      never,
      roles: Object.fromEntries(Object.entries(roles).map(([role, brings]) => [role, answer(role, brings)])),
    }
  })
}

export function listPermissions(args: string[]): number {
  if (args.includes('--markdown')) {
    process.stdout.write(permissionsPage())
    return 0
  }
  return print(args, permissionTable() as unknown as readonly Record<string, unknown>[])
}

const signs = { yes: '✔', no: '–', own: 'own' } as const

export function permissionsPage(): string {
  const names = Object.keys(roles)
  const lines = permissionTable().map(
    ({ action, roles: answers, never }) =>
      `| \`${action}\` | ${names.map((name) => signs[answers[name] ?? 'no']).join(' | ')} | ${never.join(', ')} |`,
  )
  return [
    '# Who may do what',
    '',
    'Printed from `app/domain/policy.ts` by `npm run --silent permissions -- --markdown`; a test fails when this page is old.',
    '“own” means: for what the person made, or what is about them. A role counts for things it was given: moderators for their space,',
    'responsible roles for the ideas they answer. “Never” wins over everything else a person is.',
    '',
    `| action | ${names.join(' | ')} | never |`,
    `|---|${names.map(() => '---').join('|')}|---|`,
    ...lines,
    '',
  ].join('\n')
}
