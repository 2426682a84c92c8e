// The gallery’s words stand beside the catalogue, not in it: no other page should carry them.
import german from '#app/i18n/gallery/de.json'
import english from '#app/i18n/gallery/en.json'
import { useWords } from '#app/i18n/words.tsx'

export function useGalleryWords(): typeof german {
  return useWords().lang === 'de' ? german : english
}
