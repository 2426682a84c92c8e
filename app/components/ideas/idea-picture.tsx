import type { IdeaPageData } from '#app/components/ideas/idea-page.ts'

const smallSide = 480

/** A phone fetches the small one. Width and height keep the place, so that nothing shifts. */
export function IdeaPicture({ picture }: { readonly picture: IdeaPageData['picture'] }) {
  if (!picture) return null
  const small = Math.round(picture.width * Math.min(1, smallSide / Math.max(picture.width, picture.height)))
  return (
    <img
      className="idea-picture"
      src={`/bilder/${picture.id}.webp`}
      srcSet={`/bilder/${picture.id}-small.webp ${small}w, /bilder/${picture.id}.webp ${picture.width}w`}
      sizes="(min-width: 64rem) 42rem, 100vw"
      width={picture.width}
      height={picture.height}
      alt={picture.alt}
      loading="lazy"
    />
  )
}
