// Every part of `npm run bench`, in the order of its report. A new capability adds its line here.
import type { Part } from './part.ts'
import { blindSigning } from './parts/blind-signing.ts'
import { pages } from './parts/pages.ts'

export const parts: readonly Part[] = [pages, blindSigning]
