import { BallotPieces } from '#app/components/gallery/ballot-pieces.tsx'
import { FormPieces } from '#app/components/gallery/form-pieces.tsx'
import { FramePieces } from '#app/components/gallery/frame-pieces.tsx'
import { useGalleryWords } from '#app/components/gallery/gallery-words.ts'
import { ListPieces } from '#app/components/gallery/list-pieces.tsx'
import { MeetingPieces } from '#app/components/gallery/meeting-pieces.tsx'
import { PollPieces } from '#app/components/gallery/poll-pieces.tsx'
import { SignPieces } from '#app/components/gallery/sign-pieces.tsx'
import { StandardPieces } from '#app/components/gallery/standard-pieces.tsx'
import { TablePieces } from '#app/components/gallery/table-pieces.tsx'
import { TalkPieces } from '#app/components/gallery/talk-pieces.tsx'
import { WorkshopPieces } from '#app/components/gallery/workshop-pieces.tsx'

/** Every component in every state: the page to look at first when something is drawn. Stands inside <main>. */
export function Gallery() {
  const words = useGalleryWords()
  return (
    <>
      <h1>{words.title}</h1>
      <p className="lead">{words.lead}</p>
      <SignPieces />
      <FormPieces />
      <ListPieces />
      <TalkPieces />
      <TablePieces />
      <MeetingPieces />
      <PollPieces />
      <BallotPieces />
      <StandardPieces />
      <WorkshopPieces />
      <FramePieces />
    </>
  )
}
