// /beitraege/345: leads to the page and the place where the contribution stands now.
import type { LoaderFunctionArgs } from '@remix-run/node'
import { redirect } from '@remix-run/node'
import { findContributionPlace } from '#app/domain/conversations/place.server.ts'
import { enter } from '#app/http/door.server.ts'
import { addressIn } from '#app/i18n/address.ts'

export async function loader(args: LoaderFunctionArgs) {
  const door = enter(args)
  const place = await door.find(findContributionPlace(door.ask, Number(door.params.number)))
  return redirect(addressIn(door.lang, place.address), 302)
}
