import type { Words } from '#domain/kernel/said.ts'
import type { ProblemFacts } from './problem.ts'
import type { RefusalFacts } from './refusal.ts'

const kinds: Record<string, string> = { need: 'need', cue: 'style cue', promise: 'promise', expectation: 'expectation' }

export const refusalWordsEn: Words<RefusalFacts> = {
  'run.notStarted': () => 'This contact has not started yet.',
  'run.alreadyStarted': () => 'This contact has already started.',
  'run.another': () => 'This entry belongs to another contact.',
  'run.unreadable': () =>
    'The server could not take this, most likely because it is too long. Write it in several pieces.',
  'run.finished': () => 'This contact is filed. To go on, reopen it and say why.',
  'run.notFinished': () => 'This contact is still under way; there is nothing to reopen.',
  'direction.notHere': ({ direction }) =>
    `This playbook is not for ${direction === 'inbound' ? 'incoming' : 'outgoing'} calls.`,
  'connect.first': () => 'Nobody has picked up yet. Press “Connected” first.',
  'connect.again': () => 'The line is down; ring again first, then go on.',
  'aim.first': () => 'First write in one sentence why you are making contact, and what it gives the customer.',
  'aim.empty': () => 'Write one sentence for why, and one for what it gives the customer.',
  'purpose.first': () => 'Choose the purpose of the visit first; there may be several.',
  'purpose.unknown': ({ purpose }) => `This playbook has no purpose “${purpose}”.`,
  'appointment.form': () => 'An appointment has a day, a time, a length and a place.',
  'offer.none': () => 'This playbook makes no offers.',
  'offer.empty': () => 'Write what the offer is.',
  'offer.unknown': () => 'There is no such offer, or it is not open to this customer today.',
  'offer.onCase': () =>
    'This offer needs approval, or the customer’s express word to a longer term: make it on the retention case.',
  'offer.settled': () => 'The retention case is settled: no more offers; help the customer do what they want to do.',
  'offer.wayOutFirst': () => 'The customer asked how to leave: explain that first, then offer.',
  'offer.spent': ({ most }) =>
    `${most} ${most === 1 ? 'offer was' : 'offers were'} declined. Stop here, and help the customer do what they want to do.`,
  'step.early': () => 'Something should come before this. To go on now, give the reason in one line; it is kept.',
  'step.unknown': ({ step }) => `This playbook has no step “${step}”.`,
  'step.notHere': ({ step }) => `The step “${step}” is not needed in this contact.`,
  'branch.unknown': ({ branch }) => `This playbook has no branch “${branch}” leading there.`,
  'check.unknown': ({ check }) => `This step has no check “${check}”.`,
  'skill.unknown': ({ skill }) => `This step has no skill “${skill}”.`,
  'person.first': () => 'First note who is speaking: the account holder, someone authorised, or someone else.',
  'person.notEntitled': () =>
    'The caller is neither the holder nor authorised. Take a message and ask for the holder to call back.',
  'identity.first': () => 'Check who is calling before telling anything about the account.',
  'identity.failed': () => 'The identity check did not succeed. Try another way, or ask for the holder to call back.',
  'capture.known': () => 'This has already been written down.',
  'capture.unknown': () => 'The entry you are changing can no longer be found. Reload and try again.',
  'capture.empty': ({ kind }) => `The ${kinds[kind] ?? kind} has no words yet.`,
  'capture.otherKind': () => 'This entry is of another kind. Remove it and write a new one.',
  'promise.dayMissing': () => 'A promise needs a day: say by when it will be done.',
  'expectation.onlyHeard': () => 'The customer only wants to be heard. No “can” or “cannot” is needed; acknowledge it.',
  'suggestion.none': () => 'This playbook makes no suggestions.',
  'suggestion.beforeSolved': () => 'First settle what the customer called about, then suggest.',
  'suggestion.notShown': () => 'This suggestion has not been made yet.',
  'missed.inbound': () => 'A call that came in cannot end as “not reached”.',
  'missed.unknown': ({ outcome }) => `This playbook has no outcome “${outcome}”.`,
  'finish.nobodyReached': () =>
    'Nobody was reached. Press an outcome: no answer, phone off, busy, declined, wrong person, number not in use.',
  'finish.reasonNeeded': ({ missing }) =>
    `${missing} required ${missing === 1 ? 'check is' : 'checks are'} still open. Do ${missing === 1 ? 'it' : 'them'}, or give the reason in one line.`,
  'finish.followUpNeeded': ({ days }) =>
    `No day is set to ask how it went; set one within ${days} ${days === 1 ? 'day' : 'days'}, or give the reason for not asking.`,
  'reason.empty': () => 'Give the reason in one line.',
  'wording.unlawful': ({ en }) => en,
  'wording.forbidden': ({ words, en, rewrite }) =>
    `“${words}” is never said (${en}) and is not written to a customer${rewrite === null ? '' : `. Instead: ${rewrite.replace(/\.$/u, '')}`}.`,
}

const reasons: Record<string, string> = {
  TAB_AS_INDENT: 'a tab is used to indent; use spaces',
  BAD_INDENT: 'the indent is uneven; lines of one level begin in one column',
  MISSING_CHAR: 'a character is missing; check that colons, quotes and brackets are complete',
  BLOCK_AS_IMPLICIT_KEY: 'there are two colons in one line; put text that contains a colon in quotes',
  MULTILINE_IMPLICIT_KEY: 'a colon is missing in this line',
  UNEXPECTED_TOKEN: 'a character is missing or too many; check quotes and indent',
}

export const problemWordsEn: Words<ProblemFacts> = {
  'yaml.syntax': ({ reason }) => `This cannot be read: ${reasons[reason] ?? `YAML error ${reason}`}.`,
  'yaml.alias': () => 'Text from elsewhere cannot be referred to with “*name”; write it out.',
  'key.twice': ({ key }) => `“${key}” is written twice; keep one.`,
  'key.unknown': ({ key }) =>
    `There is no field “${key}”; correct the spelling or remove it. content/core/README.md lists the fields.`,
  'field.missing': ({ field }) => `“${field}” is missing; add it.`,
  'language.missing': ({ language }) =>
    `The ${language === 'zh' ? 'Chinese (zh)' : 'English (en)'} text is missing; both languages are needed.`,
  'type.wrong': ({ wanted }) => `This should be ${wantedEn[wanted] ?? wanted}.`,
  'value.unknown': ({ found, allowed }) => `“${found}” is not one of the choices: ${allowed}.`,
  'list.empty': () => 'At least one entry is needed.',
  'list.short': ({ least }) => `At least ${least} entries are needed.`,
  'number.small': ({ least }) => `The least is ${least}.`,
  'text.empty': () => 'The text is empty; write it.',
  'id.form': ({ found }) => `“${found}” cannot be an id; use small letters, digits and hyphens, as in set-tone.`,
  'id.twice': ({ id }) => `The id “${id}” is used twice; change one of them.`,
  'id.notFileName': ({ id, file }) => `The id “${id}” differs from the file name (${file}); make them the same.`,
  'source.form': ({ found }) => `“${found}” is not a catalogue id; write it like S-41.`,
  'day.form': ({ found }) => `“${found}” is not a date; write it like 2026-11-20.`,
  'clock.form': ({ found }) => `“${found}” is not a time of day; write it like "16:00".`,
  'hours.backward': ({ from, to }) => `The hours from ${from} to ${to} run backward; the end comes after the start.`,
  'slot.unknown': ({ slot, nearest }) =>
    `There is no fact {{${slot}}}; ${nearest ? `did you mean {{${nearest}}}?` : 'content/core/README.md lists those there are.'}`,
  'slot.broken': () => 'The braces do not match; write a fact like {{address}}.',
  'slot.notHere': () =>
    'No fact can be filled in here; {{…}} belongs in script lines only (first, familiar, difficult).',
  'slot.oneLanguage': ({ slot }) => `{{${slot}}} stands in one language only; both need the same facts.`,
  'fallback.needed': ({ slot }) => `{{${slot}}} may be unknown; add a fallback, the line to say without it.`,
  'line.noneSure': ({ step }) =>
    `The step “${step}” might show no words at all: keep one line without “when” that names no fact or has a fallback.`,
  'step.noTalk': () => 'At least one step must be a talk with the customer (kind: talk).',
  'goTo.unknown': ({ step, steps }) => `There is no step “${step}”; there are: ${steps}.`,
  'checked.unknown': ({ check }) => `There is no check “${check}”; write it as step-id.check-id.`,
  'needs.later': ({ check }) =>
    `“${check}” does not come before this step; only checks of earlier steps can be asked for.`,
  'branch.oneWay': () =>
    'A branch leads one way only: goTo (a step), ends (how the call ends) or redial: true (ring again).',
  'purpose.unlisted': ({ purpose, purposes }) => `There is no purpose “${purpose}”; there are: ${purposes}.`,
  'purpose.unprepared': ({ purpose }) =>
    `The purpose “${purpose}” has nothing to prepare: give a prepare step a check with when: { purpose: ${purpose} }.`,
  'missed.absent': ({ outcome }) => `A playbook for outgoing calls needs the outcome “${outcome}”; add it.`,
  'task.oneDue': () => 'Say when it is due: just one of withinDays, workdays, onDay, waits.',
  'task.nowhere': ({ playbook, playbooks }) => `There is no playbook “${playbook}”; there are ${playbooks}.`,
  'pack.needs': ({ pack }) => `The pack “${pack}” is needed first: put it into content, or mend its own pack.yaml.`,
  'id.otherPack': ({ id, pack }) => `“${id}” is in the pack “${pack}” already; choose another id and rename the file.`,
  'fact.ours': ({ fact }) =>
    `“${fact}” is for our eyes only; a form the customer keeps cannot hold it. Take it out, or write for: ours.`,
  'column.missing': ({ column }) => `Filing this table needs a column “${column}”; add it.`,
  'pack.empty': () => 'There are no playbook files (*.yaml) in this folder.',
}

const wantedEn: Record<string, string> = {
  string: 'text; put it in quotes if it holds digits or a colon',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list, each entry beginning with a hyphen',
  object: 'a group of “field: value” lines',
}
