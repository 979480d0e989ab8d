import type { CustomerKind } from '#domain/customer/kind.ts'
import type { Role } from '#domain/staff/role.ts'
import { type Authority, usualAuthority } from './authority.ts'
import { usualWays, type WaysBySensitivity } from './way.ts'

/** The three words of the attitude towards an expectation. Only the words are known; what they mean is for a trainer to fill in. */
export const attitudeWords = ['lower', 'reset', 'reach'] as const
export type AttitudeWord = (typeof attitudeWords)[number]

/** Whose limits are set apart: who talks with customers, and who leads them. */
export const authorityLevels = ['front', 'lead'] as const
export type AuthorityLevel = (typeof authorityLevels)[number]

/** A sentence in both languages. */
export type Both = { zh: string; en: string }

/** What a branch sets for its retention cases: what may be given, which ways lead for whom, how one leaves, and what a trainer wrote. */
export type RetentionRules = {
  authority: Readonly<Record<AuthorityLevel, Authority>>
  ways: WaysBySensitivity
  /** The way out, step by step, as it is told to the customer. */
  wayOut: Readonly<Record<CustomerKind, readonly Both[]>>
  /** Empty until a trainer writes it. */
  attitude: Readonly<Record<AttitudeWord, string>>
}

/** A starting point: leads may give ten times what the front line may; the way out is as short as the way in. */
export const usualRetentionRules: RetentionRules = {
  authority: {
    front: usualAuthority,
    lead: { perCase: usualAuthority.perCase * 10, perMonth: usualAuthority.perMonth * 10 },
  },
  ways: usualWays,
  wayOut: {
    person: [
      {
        zh: '拨打客服热线或来营业厅，说一声要走，当天登记。',
        en: 'Call the hotline or come to a hall and say so; it is noted the same day.',
      },
      {
        zh: '结清已出的账单；有约定期限的，按合同说清楚。',
        en: 'Settle the bills already issued; where a term was agreed, we explain what the contract says.',
      },
      {
        zh: '想带着号码走，当场告诉怎么取授权码；以往的账单需要也可以打一份。',
        en: 'To keep the number, we show on the spot how to get the transfer code; a copy of past bills on request.',
      },
    ],
    group: [
      {
        zh: '经办人出具盖章的说明，客户经理当天受理。',
        en: 'A stamped letter from the company; its manager takes it the same day.',
      },
      {
        zh: '核对成员清单，结清账单，设备约时间取回。',
        en: 'We go through the list of lines, settle the bills and agree when equipment is collected.',
      },
      {
        zh: '需要保留的号码逐个办好，再停专线，不中断使用。',
        en: 'Numbers to be kept are moved one by one before the line is closed, so nothing stops working.',
      },
    ],
    outlet: [
      { zh: '跟客户经理说一声，写一张停止订货的单子。', en: 'Tell the manager and sign a note that orders stop.' },
      { zh: '核对货款和陈列架，多退少补。', en: 'We reconcile payments and display racks, and pay back what is due.' },
      { zh: '许可证的事，告诉您到哪个窗口办。', en: 'For the licence we tell you which counter to go to.' },
    ],
  },
  attitude: { lower: '', reset: '', reach: '' },
}

/** What somebody may give without asking: a lead more than the front line [P-30]. */
export const authorityOf = (held: readonly Role[], { authority }: RetentionRules): Authority =>
  held.includes('lead') ? authority.lead : authority.front
