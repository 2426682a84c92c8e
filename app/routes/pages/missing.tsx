import type { LoaderFunctionArgs } from '@remix-run/node'
import { enter } from '#app/http/door.server.ts'

export async function loader(args: LoaderFunctionArgs) {
  throw enter(args).refuse('not_found')
}

export async function action(args: LoaderFunctionArgs) {
  throw enter(args).refuse('not_found')
}

export default function Missing() {
  return null
}
