import { askerNames, lawfulNames, partNames } from '#domain/personal/words.en.ts'
import type { zh } from './messages.zh.ts'

export const en: typeof zh = {
  title: 'Personal data',
  parts: partNames,
  lawful: lawfulNames,
  askers: askerNames,
  shown: {
    title: 'Everything we keep',
    remark: 'Numbers masked; opening this page is logged',
    more: (n) => `${n} more; the file has all of it`,
    failed: 'Could not be loaded',
  },
  file: {
    title: 'A copy for the customer',
    explains:
      'One archive: a page to read, the same for programs, and the photos. Numbers are whole: hand it to the customer or whoever acts for them, to nobody else.',
    asked: 'Who asked',
    save: 'Export the copy',
    coming: 'The file is being made',
  },
  erase: {
    title: 'Erase',
    explains:
      'The customer asks for it, or it is no longer needed. Done in one go and never taken back; devices drop what they took along once they are online. Backups keep it until they are rotated.',
    goes: 'What goes',
    stays: 'What stays is counted only, without names or words',
    rows: (n) => `${n} rows`,
    held: 'What law obliges to keep for now',
    heldNote: 'Put apart, shown to nobody, gone by itself after its day.',
    until: (day) => `until ${day}`,
    basis: (source, years, since) => `${source}, ${years} years, in force since ${since}`,
    unchecked: 'nobody has compared it with the source yet',
    checked: (day) => `compared on ${day}`,
    nothing: 'Nothing',
    asked: 'Who asked',
    askedOn: 'Asked on',
    code: 'Copy the customer’s code, to be sure it is this one',
    codeHint: (code) => `Code ${code}`,
    agree: 'I know that this cannot be taken back',
    save: 'Erase',
    done: 'Erased',
    blocked: 'Not possible yet',
  },
  gone: {
    title: 'Erased',
    line: (asker, askedOn, by, at) => `Asked for on ${askedOn}: ${asker}. Erased by ${by} on ${at}.`,
    back: 'Back to customers',
  },
}
