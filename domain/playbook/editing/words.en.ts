import type { Words } from '#domain/kernel/said.ts'
import type { ArchiveFacts } from './archive.ts'
import type { PublishFacts } from './publish.ts'

export const publishWordsEn: Words<PublishFacts> = {
  'draft.unsound': ({ problems }) =>
    `${problems} ${problems === 1 ? 'place is' : 'places are'} still to be mended before it can be published.`,
  'draft.clashes': ({ clashes }) =>
    `${clashes} ${clashes === 1 ? 'place was' : 'places were'} written differently by two people: choose first, then publish.`,
  'draft.same': () => 'It is the same as the one in use: nothing to publish.',
  'task.nowhere': ({ playbook }) =>
    `What is planned is to be done by the playbook “${playbook}”, which is not in use: choose another, or take that one up first.`,
  'playbook.needed': () =>
    'It leads whatever has no playbook of its own, so it stays; change its words and publish instead.',
  'playbook.planned': ({ en }) => `“${en}” plans something by it: change that playbook first.`,
}

export const archiveWordsEn: Words<ArchiveFacts> = {
  'archive.broken': () => 'This file cannot be opened: it is no zip, or not all of it. Export it again.',
  'archive.too-big': ({ limitMb }) =>
    `Unpacked it is more than ${limitMb} MB. No pack is that large, so it was not read.`,
  'archive.too-many': ({ limit }) => `It holds more than ${limit} files. No pack does, so it was not read.`,
  'archive.path': ({ path }) => `The name “${path}” leads out of the folder, so nothing was read. Pack it again.`,
  'archive.not-text': ({ path }) => `“${path}” is no text in UTF-8. Take it out or save it anew, then pack again.`,
  'archive.no-pack': () => 'There is no pack.yaml in it: it is no pack.',
  'archive.empty': () => 'There are no playbooks, words, forms, check lists or offers in it: nothing to import.',
}
