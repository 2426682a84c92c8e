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
]
