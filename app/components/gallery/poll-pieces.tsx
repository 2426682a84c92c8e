import { Alert } from '#app/components/alert.tsx'
import { useGalleryWords } from '#app/components/gallery/gallery-words.ts'
import { Icon } from '#app/components/icon.tsx'
import { Glyph } from '#app/components/mark.tsx'
import { Section } from '#app/components/section-head.tsx'
import { Track } from '#app/components/track.tsx'

export function PollPieces() {
  const words = useGalleryWords()
  return (
    <>
      <Section id="poll" title={words.heads.poll} voice="council">
        <div className="flow narrow">
          <p className="poll-label">
            <Glyph voice="council" />
            {words.poll.label}
          </p>
          <p className="quiet">{words.poll.note}</p>
          <ul className="bars">
            <li>
              <span>
                <strong>{words.poll.first}</strong>, Winz-Baak
              </span>
              <b>76</b>
              <Track share={0.55} mark={0.5} />
            </li>
            <li>
              <span>{words.poll.second}, Hattingen-Mitte</span>
              <b>61</b>
              <Track share={0.44} mark={0.5} out />
            </li>
          </ul>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a frame that scrolls must be reachable by keyboard */}
          <section className="scroll-x" tabIndex={0} aria-label={words.poll.table}>
            <table className="rounds">
              <caption>{words.poll.table}</caption>
              <thead>
                <tr>
                  <th scope="col">{words.poll.room}</th>
                  <th scope="col" className="n">
                    {words.poll['round-1']}
                  </th>
                  <th scope="col" className="n">
                    {words.poll['round-2']}
                  </th>
                </tr>
              </thead>
              <tbody>
                <tr>
                  <th scope="row">{words.poll.first}</th>
                  <td className="n">
                    41
                    <Track share={0.41} />
                  </td>
                  <td className="n">
                    76
                    <Track share={0.76} />
                  </td>
                </tr>
                <tr>
                  <th scope="row">{words.poll.second}</th>
                  <td className="n">
                    36
                    <Track share={0.36} />
                  </td>
                  <td className="n">{words.poll.out}</td>
                </tr>
              </tbody>
            </table>
          </section>
        </div>
      </Section>
      <Section id="ballot" title={words.heads.ballot} voice="council">
        <div className="flow narrow">
          <p className="not-cast in-place">
            <strong>{words.ballot['not-cast']}</strong>
            <span>{words.ballot['not-cast-more']}</span>
          </p>
          <ol className="rank-list">
            {[words.poll.first, words.poll.second].map((room, place) => (
              <li key={room}>
                <span className="name">
                  {room}
                  <small>{place === 0 ? 'Winz-Baak' : 'Hattingen-Mitte'}</small>
                </span>
                <div className="controls">
                  <label>
                    <span>{words.ballot.place}</span>
                    <select defaultValue={String(place + 1)} name={`place-${place}`}>
                      <option>1</option>
                      <option>2</option>
                      <option>{words.ballot.none}</option>
                    </select>
                  </label>
                  <button className="nudge" type="button" disabled={place === 0}>
                    <Icon name="up" />
                    {words.ballot.higher}
                    <span className="hidden-text">: {room}</span>
                  </button>
                  <button className="nudge" type="button" disabled={place === 1}>
                    <Icon name="down" />
                    {words.ballot.lower}
                    <span className="hidden-text">: {room}</span>
                  </button>
                </div>
              </li>
            ))}
          </ol>
          <Alert state="done" title={words.ballot.cast}>
            <p>{words.ballot['cast-more']}</p>
          </Alert>
        </div>
      </Section>
      <Section id="standard" title={words.heads.standard} voice="council">
        <div className="amendment narrow">
          <p>
            <strong>{words.standard.head}</strong>, Renate Tonwald (Beispiel)
          </p>
          <p>
            {words.standard.before}{' '}
            <del>
              <span className="hidden-text">{words.standard.struck} </span>
              {words.standard.old}
            </del>{' '}
            <ins>
              <span className="hidden-text">{words.standard.added} </span>
              {words.standard.new}
            </ins>
            .
          </p>
          <p className="quiet">{words.standard.reason}</p>
        </div>
      </Section>
    </>
  )
}
