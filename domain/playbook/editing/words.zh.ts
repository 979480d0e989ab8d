import type { Words } from '#domain/kernel/said.ts'
import type { ArchiveFacts } from './archive.ts'
import type { PublishFacts } from './publish.ts'

export const publishWordsZh: Words<PublishFacts> = {
  'draft.unsound': ({ problems }) => `还有 ${problems} 处要改，改好了才能发布。`,
  'draft.clashes': ({ clashes }) => `有 ${clashes} 处两个人写得不一样，先选定再发布。`,
  'draft.same': () => '和现在用的一样，没有可发布的。',
  'task.nowhere': ({ playbook }) => `另排的事要用“${playbook}”这个流程，现在没有在用：换一个，或先启用它。`,
  'playbook.needed': () => '没有别的流程时都用它，不能停用；可以改内容再发布。',
  'playbook.planned': ({ zh }) => `“${zh}”另排的事要用它：先改那个流程。`,
}

export const archiveWordsZh: Words<ArchiveFacts> = {
  'archive.broken': () => '这个文件打不开，不是 zip，或没传完整。请重新导出再传。',
  'archive.too-big': ({ limitMb }) => `解开后超过 ${limitMb} MB，不像内容包，没有读。`,
  'archive.too-many': ({ limit }) => `里面超过 ${limit} 个文件，不像内容包，没有读。`,
  'archive.path': ({ path }) => `文件名“${path}”会跑到文件夹外面，整个没有读。请重新打包。`,
  'archive.not-text': ({ path }) => `“${path}”不是文字文件（UTF-8），请去掉或另存后再打包。`,
  'archive.no-pack': () => '里面没有 pack.yaml，不是内容包。',
  'archive.empty': () => '里面没有流程、话术、表单、检查单或方案，没有可导入的。',
}
