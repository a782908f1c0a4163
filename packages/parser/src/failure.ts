// How the parser stops: it throws one token-less object, and `diagnose/` reads the tokens again for the
// reason.

/** Thrown where no production fits; carries nothing, so that trying and failing is cheap. */
export const failure: { readonly reason: string } = Object.freeze({ reason: 'no production fits' })

/** Gives up the current production. */
export function fail(): never {
  throw failure
}
