import type { Words } from '#domain/kernel/said.ts'
import type { UpliftFacts } from './uplift-facts.ts'

export const upliftZh: Words<UpliftFacts> = {
  'uplift.rows_differ': (f) =>
    `客户有 ${f.customers} 位，是否联系过的标记有 ${f.contacted} 个，结果有 ${f.outcomes} 个，三者要一样多。`,
  'uplift.side_too_small': (f) =>
    `联系过的 ${f.contacted} 位，对照组 ${f.heldOut} 位，每边至少要 ${f.least} 位才看得出联系对谁有用。`,
  'uplift.outcome_too_rare': (f) =>
    `较少的一边里，结果好的 ${f.well} 位，不好的 ${f.notWell} 位，各至少要 ${f.least} 位。等结果多了再看。`,
  'uplift.no_columns': (f) => `${f.customers} 位客户没有一列资料有差别，分不出联系对谁有用。`,
}
