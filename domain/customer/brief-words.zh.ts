import type { Words } from '#domain/kernel/said.ts'
import type { BriefSaid } from './brief.ts'

export const briefWords: Words<BriefSaid> = {
  'brief.leaveAlone': () => '已登记免打扰，只谈来电要办的事',
  'brief.settleFirst': ({ about }) => `“${about}”没有答复前，不提新业务`,
  'brief.noSelling': () => '表示过不要推销',
  'brief.noGreeting': () => '表示过不要节日和生日问候',
  'brief.nameADay': ({ broken }) => `近三个月有 ${broken} 次没兑现，别说“尽快”，说哪一天`,
}
