import type { LoaderFunctionArgs } from '@remix-run/node'
import { Gallery } from '#app/components/gallery/gallery.tsx'
import { titled } from '#app/http/titles.ts'
import { enterDemo } from './demo-only.server.ts'

export async function loader(args: LoaderFunctionArgs) {
  return { title: enterDemo(args).t('demo:pieces.title') }
}

export const meta = titled<typeof loader>(({ title }) => ({ title, hidden: true }))

export default function DemoPieces() {
  return <Gallery />
}
