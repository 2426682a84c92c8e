// The gallery's words stay out of the common catalogue: no other page should carry them.
import german from '#app/i18n/de/gallery.json'
import english from '#app/i18n/en/gallery.json'
import { useWords } from '#app/i18n/words.tsx'

export function useGalleryWords(): typeof german {
  return useWords().lang === 'de' ? german : english
}
