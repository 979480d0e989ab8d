import type { ErrorWords } from './errors.zh.ts'

export const errorsEn: ErrorWords = {
  'request.invalid': () => 'Something is missing or not in the right form; see the marked places.',
  'request.too_large': () => 'That is too large to send in one go; please split it.',
  'session.required': () => 'Please sign in first.',
  'session.refused': () => 'The staff number or password is not right.',
  'session.second_step': () => 'The password is right; now the six figures of your authenticator app.',
  'session.code_refused': () => 'This code is wrong or was used before. Please wait for the next figures.',
  'token.refused': () => 'This access token is wrong, has ended or was revoked. Make another in My settings.',
  'token.out_of_scope': () =>
    'This access token does not reach that: one for reading changes nothing, and sign-ins and tokens are the person’s own at the screen.',
  'session.too_many_tries': (p) => `Too many tries; please wait ${p.seconds ?? 60} seconds.`,
  'session.locked': () => 'This seat is locked; unlock it first.',
  'session.another': () => 'Somebody else is signed in in this browser now; nothing was done.',
  'access.denied': () => 'Your role may not do this; ask your lead or administrator if you need to.',
  'record.not_found': () => 'Not found: it may have been merged, or lies outside your customers.',
  'customer.erased': (p) => `This customer’s data was erased on ${p.on ?? ''}; they cannot be contacted any more.`,
  'record.conflict': () => 'Someone has just changed the same place. Both texts are kept; choose one.',
  'record.exists': (p) =>
    p.value ? `“${p.value}” exists already; please choose another.` : 'It exists already; please choose another.',
  'rule.refused': () => 'This cannot be done yet; the reasons are below.',
  'setup.done': () => 'This has been set up already; please sign in.',
  'server.failed': () => 'The server did not answer. What you wrote is still here; try again in a moment.',
  'server.away': () =>
    'The database is coming back, which takes a few seconds. What you wrote is still here; try again in a moment.',
}
