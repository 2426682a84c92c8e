// What an account leaves on a device: begun texts and choices of how to read go, a voter's token stays where it is wanted.
import { onDevice } from './use-draft.ts'

const ofVotes = /^stimmtisch-(stimmausweis|beleg)-/

export function hasTokenHere(pollId: string): boolean {
  return onDevice((device) => device.getItem(`stimmtisch-stimmausweis-${pollId}`)) !== null
}

export function forgetAllButVotes(): void {
  onDevice((device) => {
    for (const key of Object.keys(device)) if (!ofVotes.test(key)) device.removeItem(key)
  })
}
