import type { OwnRule } from '#domain/coach/own-rule.ts'
import { monthOf } from '#domain/kernel/day.ts'
import { monthNumber } from '#server/db/month-number.ts'
import { AS_OF, at, dayOf } from './moment.ts'
import { staffId } from './people.ts'
import { idOf, type Rows } from './rows.ts'

/** What the leads of the branch have written down of their own: one in force, one not yet. */
const rules: readonly { id: string; by: string; published: boolean; rule: OwnRule }[] = [
  {
    id: 'calling customers dear',
    by: 'gu',
    published: true,
    rule: {
      language: 'zh',
      level: 'avoid',
      title: '叫客户“亲”',
      words: ['亲亲', '亲，', '呢亲'],
      pattern: '',
      unless: ['母亲', '父亲', '亲自'],
      rewrite: '李姐，您好。',
      why: '来办事的不是网店买家，称呼姓氏更郑重。',
      examples: ['亲，您的机子到了', '好的呢亲，收到', '亲亲，月底前来就行'],
      counterExamples: ['我亲自送过去', '这是您母亲，对吗', '您亲戚的号码也能办'],
    },
  },
  {
    id: 'go to the counter',
    by: 'hewen',
    published: false,
    rule: {
      language: 'zh',
      level: 'hint',
      title: '让人白跑一趟',
      words: ['过来一趟', '跑一趟', '来一趟'],
      pattern: '',
      unless: ['我跑一趟', '不用'],
      rewrite: '您把证件拍给我，我这边先办，缺什么再告诉您。',
      why: '先问能不能远程办，能不让客户跑就不让客户跑。',
      examples: ['您得过来一趟', '麻烦您跑一趟吧'],
      counterExamples: ['我跑一趟就好', '您不用来一趟', '我过去看看'],
    },
  },
]

/** How often somebody was marked: for the writers’ own pages, and as sums that name nobody. */
const marked: readonly { rule: string; by: readonly string[]; taken: number; more: number }[] = [
  { rule: 'zh.vague.try', by: ['lin', 'lin', 'lin', 'fang', 'han', 'ma'], taken: 4, more: 11 },
  { rule: 'zh.order.must', by: ['lin', 'fang', 'yan', 'xu'], taken: 3, more: 7 },
  { rule: 'zh.but.understand-but', by: ['lin', 'han'], taken: 1, more: 5 },
  { rule: 'zh.policy.company-rule', by: ['ma', 'xu'], taken: 2, more: 1 },
]

/** The branch's own rules of wording, and what they and the packs' marked this month [P-35]. */
export const tellCoach = (rows: Rows): void => {
  for (const { id, by, published, rule } of rules) {
    const changed = { changed_by: staffId(by), changed_at: at('11-02') }
    rows.add('coach_rule', { id: idOf(id), draft: rule, withdrawn_at: null, version: published ? 2 : 1, ...changed })
    if (published)
      rows.add('coach_rule_edition', {
        rule_id: idOf(id),
        edition: 1,
        definition: rule,
        published_by: staffId(by),
        published_at: at('11-02'),
      })
  }
  for (const { rule, by, taken, more } of marked) {
    by.forEach((code, place) =>
      rows.add('coach_hit', {
        staff_id: staffId(code),
        id: idOf(`mark ${rule} ${place}`),
        rule,
        ended: place < taken ? 'taken' : 'left',
        at: at(`11-${String(9 + place).padStart(2, '0')}`),
      }),
    )
    const month = monthNumber(monthOf(dayOf(AS_OF)))
    rows.add('coach_rule_month', { rule, month, marked: by.length + more, taken: taken + Math.floor(more / 2) })
  }
}
