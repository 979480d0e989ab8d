import type { Words } from '#domain/kernel/said.ts'
import type { FormRefusals, FormState } from './standing.ts'

const who = { customer: '客户', handler: '经办人', head: '负责人' }

export const formRefusalsZh: Words<FormRefusals> = {
  'form.fixed': () => '这张表已经定稿，不能再改。要改，请开一张更正。',
  'form.missing': ({ fields }) => `还有 ${fields} 项必填没有填，填好再签。`,
  'form.unsigned': ({ by }) => `还差${who[by]}签字。`,
  'form.notSigned': () => '这张表没有这个签字处。',
  'form.noApproval': () => '这张表不用审批，签好就归档。',
  'form.notWaiting': () => '这张表现在不在等审批。',
  'form.ownRequest': () => '自己的申请由主管审批。',
  'form.reason': () => '不同意要写一句原因，申请人看得到。',
  'form.notFixed': () => '这张表还能直接改，不用更正。',
  'form.signedAlready': () => '这里已经签过了。',
  'form.gone': () => '这种表已经不用了，换一种。',
  'form.notFor': () => '这种表不用于这类客户。',
  'form.unfit': ({ field }) => `“${field}”填的内容不对，改好再存。`,
  'gift.unknown': ({ gift }) => `礼品库里没有“${gift}”，先登记再批。`,
  'gift.short': ({ gift, left, wanted }) => `“${gift}”只剩 ${left} 份，申请的是 ${wanted} 份。`,
  'gift.same': ({ gift }) => `礼品库里已经有“${gift}”了。`,
}

export const formStateNamesZh: Record<FormState, string> = {
  draft: '在填',
  waiting: '等审批',
  approved: '已批准',
  refused: '未批准',
  filed: '已归档',
  dropped: '已作废',
}
