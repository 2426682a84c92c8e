import type { LoaderFunctionArgs } from '@remix-run/node'
import { exportAccount } from '#app/domain/people/export.server.ts'
import { enter } from '#app/http/door.server.ts'

/** Everything about one's own account as a file for machines. */
export async function loader(args: LoaderFunctionArgs) {
  const door = enter(args)
  const parts = await door.find(exportAccount(door.ask))
  const file = {
    madeAt: door.ask.now,
    from: door.platform.baseUrl,
    ...Object.fromEntries(parts.map(({ table, rows }) => [table, rows])),
  }
  return new Response(`${JSON.stringify(file, null, 2)}\n`, {
    headers: {
      'Content-Type': 'application/json; charset=utf-8',
      'Content-Disposition': 'attachment; filename="stimmtisch-konto.json"',
    },
  })
}
