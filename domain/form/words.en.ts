import type { Words } from '#domain/kernel/said.ts'
import type { FormRefusals, FormState } from './standing.ts'

const who = { customer: 'The customer', handler: 'The person handling it', head: 'The person in charge' }

export const formRefusalsEn: Words<FormRefusals> = {
  'form.fixed': () => 'This form is final and no longer changes. To change something, open a correction.',
  'form.missing': ({ fields }) =>
    `${fields} required ${fields === 1 ? 'field is' : 'fields are'} still empty; fill in first, then sign.`,
  'form.unsigned': ({ by }) => `${who[by]} has still to sign.`,
  'form.notSigned': () => 'This form has no such place to sign.',
  'form.noApproval': () => 'This form needs no approval; it is filed once signed.',
  'form.notWaiting': () => 'This form is not waiting for approval now.',
  'form.ownRequest': () => 'Your own request is approved by your lead.',
  'form.reason': () => 'Say in one line why not; whoever asked will read it.',
  'form.notFixed': () => 'This form can still be changed directly; no correction is needed.',
  'form.signedAlready': () => 'This place is signed already.',
  'form.gone': () => 'This kind of form is no longer used; choose another.',
  'form.notFor': () => 'This kind of form is not for this sort of customer.',
  'form.unfit': ({ field }) => `What stands in “${field}” does not fit; mend it and save again.`,
  'gift.unknown': ({ gift }) => `There is no “${gift}” in the gift store; enter it first.`,
  'gift.short': ({ gift, left, wanted }) => `Only ${left} of “${gift}” left; ${wanted} were asked for.`,
  'gift.same': ({ gift }) => `“${gift}” is in the gift store already.`,
}

export const formStateNamesEn: Record<FormState, string> = {
  draft: 'In progress',
  waiting: 'Awaiting approval',
  approved: 'Approved',
  refused: 'Not approved',
  filed: 'Filed',
  dropped: 'Dropped',
}
