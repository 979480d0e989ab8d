import type { Words } from '#domain/kernel/said.ts'
import type { DeciderFacts } from './deciders.ts'
import { dossierEn } from './dossier.en.ts'
import type { DossierFacts } from './dossier-value.ts'
import type { DuplicateFacts } from './duplicates.ts'
import type { RefusalFacts } from './refusals.ts'

const named = (field: string): string => dossierEn.fields[field] ?? field

/** Sentences about customers and their dossiers. */
export const customerWords: Words<DossierFacts & DeciderFacts & DuplicateFacts & RefusalFacts> = {
  'dossier.unknown_field': ({ field }) => `There is no field “${field}”.`,
  'dossier.wrong_kind': ({ field }) => `This kind of customer has no “${named(field)}”.`,
  'dossier.not_text': ({ field, max }) => `“${named(field)}” takes text of up to ${max} characters.`,
  'dossier.not_number': ({ field, min, max }) => `“${named(field)}” takes a number from ${min} to ${max}.`,
  'dossier.not_money': ({ field }) => `“${named(field)}” takes an amount of money.`,
  'dossier.not_day': ({ field }) => `“${named(field)}” takes a date that exists.`,
  'dossier.not_flag': ({ field }) => `“${named(field)}” takes yes or no.`,
  'dossier.not_choice': ({ field }) => `“${named(field)}” takes one of the choices listed.`,
  'dossier.not_words': ({ field }) => `“${named(field)}” takes up to 30 entries of up to 400 characters.`,
  'dossier.not_birthday': ({ field }) => `“${named(field)}”: there is no such day; check month and day.`,
  'dossier.not_rule': ({ field }) => `“${named(field)}” was not understood; try 农历逢三、八 or 每周二、周五.`,
  'decider.unknown': () => 'Nobody knows who decides; ask at the next contact.',
  'decider.never_met': ({ called }) => `${called} has not been met yet.`,
  'decider.not_met': ({ called, days, tier, within }) =>
    `${called} has not been met for ${days} days; tier ${tier} groups are met within ${within}.`,
  'duplicate.same_paper': ({ paper }) => `Same document number (ending ${paper})`,
  'duplicate.same_number': ({ number }) => `Same number (ending ${number})`,
  'duplicate.same_name': ({ name }) => `Both are called “${name}”`,
  'duplicate.near_name': ({ a, b }) => `“${a}” and “${b}” differ by little`,
  'phone.unreadable': ({ phone }) => `“${phone}” does not look like a telephone number.`,
  'number.elsewhere': ({ tail }) =>
    `The number ending ${tail} is another customer’s; a number belongs to one customer only.`,
  'merge.itself': () => 'Choose another customer to merge with.',
  'merge.kinds': () => 'Persons, groups and outlets cannot be merged with one another.',
  'merge.gone': () => 'One of the two has already been merged elsewhere.',
  'merge.undone': () => 'This merge has already been undone.',
  'merge.later': () => 'There was a later merge; undo that one first.',
  'merge.retention': () => 'Both have an open retention case; close one of them first.',
  'assign.outside': () => 'Only people of your team who keep customers can be chosen.',
  'assign.same': () => 'Manager and backup must be two people.',
  'bulk.too_many': ({ most }) => `At most ${most} customers at a time; narrow the list first.`,
  'touch.future': () => 'That time has not come yet; check it.',
  'touch.longAgo': ({ days }) => `A contact can be written down up to ${days} days later; check the date.`,
  'touch.outcome': () => 'A call we made needs its outcome; other contacts have none.',
  'points.not_enough': ({ wanted, there }) => `There were only ${there} points that day, not ${wanted}.`,
  'points.covered': ({ what, on, missing }) =>
    `“${what}” on ${on} was taken out of these points and would lack ${missing}; change that entry first.`,
  'points.future': () => 'That day has not come yet; points are written down for today or earlier.',
  'points.incomplete': () =>
    'A gift or a reward needs its points; a late payment needs its month and the percentage still counted.',
  'evaluation.twice': ({ quarter }) => `${quarter.replace('-', ' ')} is evaluated already; change that one.`,
  'outlet.only': () => 'This is for outlets only.',
  'photo.of_person': () => 'Photos are kept of shops and premises, not of persons.',
  'photo.unreadable': () => 'This file is not a whole picture. Use JPG, PNG or WebP, or take it again.',
  'photo.too_wide': ({ most }) => `The picture is too large; at most ${most} pixels a side.`,
  'photo.too_many': ({ most }) => `At most ${most} photos a customer; remove old ones first.`,
  'view.too_many': ({ most }) => `You can keep ${most} views; delete one you no longer use first.`,
  'view.foreign': () => 'This view is somebody else’s; save one of your own.',
}
