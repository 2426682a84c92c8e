// Every setting of the process: read once, checked once, and listed by `npm run settings`.
import path from 'node:path'
import * as z from 'zod'

/** Letters of the key everything is signed with. */
export const shortestSecret = 32

interface Setting {
  readonly name: string
  readonly default: string
  readonly meaning: string
  readonly check: z.ZodType<string>
  readonly wrong: string
}

const anything = z.string()
const port = z
  .string()
  .regex(/^\d{1,5}$/)
  .refine((value) => Number(value) <= 65535)

export const settingsTable = [
  {
    name: 'PORT',
    default: '3000',
    meaning: 'The port people reach the platform on.',
    check: port,
    wrong: 'must be a port number between 0 and 65535',
  },
  {
    name: 'HOST',
    default: '',
    meaning: 'The network address to listen on; empty means all of them.',
    check: anything,
    wrong: '',
  },
  {
    name: 'BASE_URL',
    default: '',
    meaning:
      'The address people type, such as https://stimmtisch.example.de; empty means http://localhost with the port.',
    check: z.union([z.literal(''), z.string().regex(/^https?:\/\/[^/?#\s]+$/)]),
    wrong: 'must start with http:// or https:// and end after the host name, without a slash',
  },
  {
    name: 'DATA_DIR',
    default: 'data',
    meaning: 'The one folder that holds everything: database, pictures, secret, mails not sent.',
    check: z.string().min(1),
    wrong: 'must name a folder',
  },
  {
    name: 'DATABASE_URL',
    default: '',
    meaning: 'An SQLite file or postgres://…; empty means stimmtisch.sqlite in DATA_DIR.',
    check: z.union([
      z.literal(''),
      z.string().regex(/^postgres(ql)?:\/\/\S+$/),
      z.string().regex(/^(?!\w+:\/\/)\S.*$/),
    ]),
    wrong: 'must be a file name or start with postgres://',
  },
  {
    name: 'SMTP_URL',
    default: '',
    meaning:
      'The mail server, such as smtps://name:password@mail.example.de; empty keeps mails in DATA_DIR/mail.',
    check: z.union([z.literal(''), z.string().regex(/^smtps?:\/\/\S+$/)]),
    wrong: 'must start with smtp:// or smtps://',
  },
  {
    name: 'MAIL_FROM',
    default: '',
    meaning: 'The address mails come from; empty means stimmtisch@ and the host of BASE_URL.',
    check: z.union([z.literal(''), z.email()]),
    wrong: 'must be a mail address',
  },
  {
    name: 'SESSION_SECRET',
    default: '',
    meaning:
      'Signs what pages carry and keys what is stored of secrets; empty makes one and keeps it in DATA_DIR/secret.',
    check: z.union([z.literal(''), z.string().min(shortestSecret)]),
    wrong: 'must have at least 32 characters, or be left out',
  },
  {
    name: 'TRUST_PROXY',
    default: '0',
    meaning: 'How many proxies of your own stand before the process; their X-Forwarded headers count.',
    check: z.string().regex(/^\d$/),
    wrong: 'must be a number from 0 to 9',
  },
  {
    name: 'METRICS_PORT',
    default: '',
    meaning: 'A port of its own for /metrics (Prometheus text) on 127.0.0.1; empty means off.',
    check: z.union([z.literal(''), port]),
    wrong: 'must be a port number, or be left out',
  },
  {
    name: 'TOWN_FILE',
    default: 'server/town/hattingen.json',
    meaning: 'The goals, districts and ways without internet of your town.',
    check: z.string().min(1),
    wrong: 'must name a file',
  },
  {
    name: 'LOG_LEVEL',
    default: 'info',
    meaning: 'How much is logged: error, warn, info or debug.',
    check: z.enum(['error', 'warn', 'info', 'debug']),
    wrong: 'must be error, warn, info or debug',
  },
] as const satisfies readonly Setting[]

export interface Settings {
  readonly port: number
  readonly host: string | undefined
  readonly baseUrl: string
  readonly dataDir: string
  readonly databaseUrl: string
  readonly smtpUrl: string | null
  readonly mailFrom: string
  readonly sessionSecret: string | null
  readonly trustProxy: number
  readonly metricsPort: number | null
  readonly townFile: string
  readonly logLevel: string
  readonly demo: boolean
  readonly development: boolean
}

/** The same town, with made-up ways without internet. */
const demoTownFile = 'server/town/hattingen-example.json'

/** Reads the environment; a wrong setting throws an error whose message is the sentence to print. */
export function readSettings(env: NodeJS.ProcessEnv): Settings {
  const values = Object.fromEntries(
    settingsTable.map((setting) => {
      const value = env[setting.name] ?? setting.default
      if (!setting.check.safeParse(value).success) {
        throw new WrongSetting(
          `${setting.name} ${setting.wrong}, but it is '${setting.name === 'SESSION_SECRET' ? '…' : value}'.`,
        )
      }
      return [setting.name, value]
    }),
  ) as Record<(typeof settingsTable)[number]['name'], string>
  const demo = env.STIMMTISCH_DEMO === '1'
  const dataDir = path.resolve(values.DATA_DIR)
  const baseUrl = values.BASE_URL || `http://localhost:${values.PORT}`
  return {
    port: Number(values.PORT),
    host: values.HOST || undefined,
    baseUrl,
    dataDir,
    databaseUrl: values.DATABASE_URL || path.join(dataDir, 'stimmtisch.sqlite'),
    smtpUrl: values.SMTP_URL || null,
    mailFrom: values.MAIL_FROM || `stimmtisch@${new URL(baseUrl).hostname}`,
    sessionSecret: values.SESSION_SECRET || null,
    trustProxy: Number(values.TRUST_PROXY),
    metricsPort: values.METRICS_PORT ? Number(values.METRICS_PORT) : null,
    townFile: path.resolve(demo && env.TOWN_FILE === undefined ? demoTownFile : values.TOWN_FILE),
    logLevel: values.LOG_LEVEL,
    demo,
    development: env.NODE_ENV === 'development',
  }
}

export class WrongSetting extends Error {}
