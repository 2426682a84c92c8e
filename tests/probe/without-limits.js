// Loaded into the probed process before the house itself: a thousand tries would meet the limits, and a form that is
// refused for being sent too often says nothing about rights. The limits have tests of their own.
import { RateLimiterMemory } from 'rate-limiter-flexible'

RateLimiterMemory.prototype.consume = () => Promise.resolve({})
