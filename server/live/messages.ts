// Every message that goes over a live socket, with who may hear it: printed by `npm run events`.

export interface SocketMessage {
  readonly name: string
  readonly from: 'browser' | 'server'
  /** What it carries: names of fields, never contents. */
  readonly carries: readonly string[]
  readonly audience: string
  readonly standings: readonly string[]
}

const whoReads =
  'those who may read the topic, asked of the policy when they join and again when rights change'

export const socketMessages: readonly SocketMessage[] = [
  {
    name: 'watch',
    from: 'browser',
    carries: ['topic', 'asOf'],
    audience: 'the server',
    standings: ['anyone'],
  },
  { name: 'leave', from: 'browser', carries: ['topic'], audience: 'the server', standings: ['anyone'] },
  { name: 'typing', from: 'browser', carries: ['topic'], audience: 'the server', standings: ['account'] },
  {
    name: 'news',
    from: 'server',
    carries: ['topic', 'upTo', 'type', 'types', 'number', 'view'],
    audience: whoReads,
    standings: ['reader'],
  },
  { name: 'present', from: 'server', carries: ['topic', 'count'], audience: whoReads, standings: ['reader'] },
  { name: 'typing', from: 'server', carries: ['topic'], audience: whoReads, standings: ['reader'] },
  {
    name: 'refused',
    from: 'server',
    carries: ['topic'],
    audience: 'the one whose right to read the topic has ended',
    standings: ['anyone'],
  },
  {
    name: 'come-back',
    from: 'server',
    carries: ['withinMs'],
    audience: 'everybody connected, when the process stops',
    standings: ['anyone'],
  },

  // The workshop of a standard: the document of one section, its topic is `draft:SECTION`.
  {
    name: 'workshop-join',
    from: 'browser',
    carries: ['section', 'generation', 'version', 'vector'],
    audience: 'the server',
    standings: ['drafter'],
  },
  {
    name: 'workshop-write',
    from: 'browser',
    carries: ['section', 'generation', 'number', 'part', 'last', 'at'],
    audience: 'the server, which asks the policy for each',
    standings: ['drafter'],
  },
  {
    name: 'workshop-at',
    from: 'browser',
    carries: ['section', 'at'],
    audience: 'the server',
    standings: ['drafter'],
  },
  {
    name: 'workshop-words',
    from: 'server',
    carries: ['section', 'generation', 'words', 'at'],
    audience: whoReads,
    standings: ['drafter'],
  },
  {
    name: 'workshop-people',
    from: 'server',
    carries: ['section', 'people'],
    audience: whoReads,
    standings: ['drafter'],
  },
  {
    name: 'workshop-saved',
    from: 'server',
    carries: ['section', 'version', 'numbers', 'aside'],
    audience: whoReads,
    standings: ['drafter'],
  },
  {
    name: 'workshop-unsaved',
    from: 'server',
    carries: ['section'],
    audience: whoReads,
    standings: ['drafter'],
  },
  {
    name: 'workshop-again',
    from: 'server',
    carries: ['section'],
    audience: whoReads,
    standings: ['drafter'],
  },
  {
    name: 'workshop-refused',
    from: 'server',
    carries: ['section', 'reason'],
    audience: 'the one whose writing could not be taken',
    standings: ['drafter'],
  },
]
