import { useGalleryWords } from '#app/components/gallery/gallery-words.ts'
import { BallotArrived } from '#app/components/polls/ballot-arrived.tsx'
import { BallotFields, type BallotProps } from '#app/components/polls/ballot-fields.tsx'
import { NotCast } from '#app/components/polls/not-cast.tsx'
import { Objections } from '#app/components/polls/objections.tsx'
import { PaperBallot } from '#app/components/polls/paper-ballot.tsx'
import { SecretState } from '#app/components/polls/secret-state.tsx'
import { HonestBlind } from '#app/components/polls/token-step.tsx'
import { Section } from '#app/components/section-head.tsx'
import type { PollForm, PollMethod } from '#app/domain/polls/method.ts'

/** Ballots of every kind, on the screen and on paper; and what is said around secret ones. */
export function BallotPieces() {
  const words = useGalleryWords()
  const options = [words.poll.first, words.poll.second].map((title, at) => ({
    ...{ key: `${at + 1}`, title, about: at === 0 ? 'Winz-Baak' : 'Hattingen-Mitte' },
    ...{ place: at + 1, drawnPlace: null },
  }))
  const ballot = (
    method: PollMethod,
    form: PollForm,
    rules: Partial<BallotProps['rules']> = {},
    filled: BallotProps['filled'] = {},
  ) => {
    const keys = options.map(({ key }) => `${method}-${key}`)
    const own = options.map((option, at) => ({ ...option, key: keys[at] ?? option.key }))
    const whole = { form, keys, most: null, highest: null, sum: null, ...rules }
    return { method, options: own, rules: whole, grades: null, filled }
  }
  return (
    <>
      <Section id="ballots" title={words.heads.ballots} voice="council">
        <div className="flow narrow">
          <NotCast />
          <BallotFields {...ballot('approval', 'approval', { most: 2 })} />
          <BallotFields {...ballot('schulze', 'ranked')} />
          <BallotFields {...ballot('points', 'score', { highest: 10, sum: 10 }, { 'mark-points-1': '4' })} />
          <BallotFields {...ballot('consensing', 'score', { highest: 10 })} />
          <BallotArrived
            number={1}
            secrecy="separate"
            arrived={{ kind: 'arrived', control: 'K7F-2QD', at: '2026-03-02T13:32:00.000Z' }}
          />
        </div>
      </Section>
      <Section id="secret" title={words.heads.secret} voice="council">
        <div className="flow narrow">
          <HonestBlind />
          <SecretState number={1} way="token" />
          <SecretState number={1} way="envelope" />
          <SecretState number={1} way="paper" />
        </div>
      </Section>
      <Section id="paper" title={words.heads.paper} voice="council">
        <div className="flow narrow">
          <PaperBallot {...ballot('single-choice', 'choice')} options={options} />
          <PaperBallot {...ballot('irv', 'ranked')} options={options} />
          <PaperBallot {...ballot('star', 'score', { highest: 5 })} options={options} />
        </div>
      </Section>
      <Objections
        objections={[
          { kind: 'objection', reason: words.ballot.objection, name: null },
          { kind: 'withdrawn', reason: words.ballot.withdrawn, name: 'Renate Tonwald (Beispiel)' },
        ]}
      />
    </>
  )
}
