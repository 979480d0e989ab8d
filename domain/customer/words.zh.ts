import type { Words } from '#domain/kernel/said.ts'
import type { DeciderFacts } from './deciders.ts'
import { dossierZh } from './dossier.zh.ts'
import type { DossierFacts } from './dossier-value.ts'
import type { DuplicateFacts } from './duplicates.ts'
import type { RefusalFacts } from './refusals.ts'

const named = (field: string): string => dossierZh.fields[field] ?? field

/** Sentences about customers and their dossiers. */
export const customerWords: Words<DossierFacts & DeciderFacts & DuplicateFacts & RefusalFacts> = {
  'dossier.unknown_field': ({ field }) => `没有“${field}”这一项。`,
  'dossier.wrong_kind': ({ field }) => `这类客户没有“${named(field)}”这一项。`,
  'dossier.not_text': ({ field, max }) => `“${named(field)}”请写文字，最多 ${max} 字。`,
  'dossier.not_number': ({ field, min, max }) => `“${named(field)}”请填 ${min} 到 ${max} 之间的数。`,
  'dossier.not_money': ({ field }) => `“${named(field)}”请填金额。`,
  'dossier.not_day': ({ field }) => `“${named(field)}”请填存在的日期。`,
  'dossier.not_flag': ({ field }) => `“${named(field)}”请选是或否。`,
  'dossier.not_choice': ({ field }) => `“${named(field)}”请从列出的里面选。`,
  'dossier.not_words': ({ field }) => `“${named(field)}”最多 30 条，每条最多 400 字。`,
  'dossier.not_birthday': ({ field }) => `“${named(field)}”没有这一天，请核对月和日。`,
  'dossier.not_rule': ({ field }) => `“${named(field)}”没看懂，可以写“农历逢三、八”或“每周二、周五”。`,
  'decider.unknown': () => '还不知道谁拍板，下次接触先问清。',
  'decider.never_met': ({ called }) => `还没有和${called}见过面。`,
  'decider.not_met': ({ called, days, tier, within }) =>
    `${called} ${days} 天没有见面，${tier} 级集团应在 ${within} 天内。`,
  'duplicate.same_paper': ({ paper }) => `证照号码相同（尾号 ${paper}）`,
  'duplicate.same_number': ({ number }) => `号码相同（尾号 ${number}）`,
  'duplicate.same_name': ({ name }) => `都叫“${name}”`,
  'duplicate.near_name': ({ a, b }) => `“${a}”和“${b}”只差一点`,
  'phone.unreadable': ({ phone }) => `“${phone}”不像电话号码，请核对。`,
  'number.elsewhere': ({ tail }) => `尾号 ${tail} 已在另一位客户名下；一个号码只属于一位客户。`,
  'merge.itself': () => '请选另一位客户来合并。',
  'merge.kinds': () => '个人、集团、零售户之间不能合并。',
  'merge.gone': () => '其中一位已经合并到别处了。',
  'merge.undone': () => '这次合并已经撤销过了。',
  'merge.later': () => '之后又合并过一次，请先撤销后面那次。',
  'merge.retention': () => '两边都有没办完的挽留单，请先结束一张再合并。',
  'assign.outside': () => '只能分给您团队里带客户的人。',
  'assign.same': () => '客户经理和备份不能是同一个人。',
  'bulk.too_many': ({ most }) => `一次最多改 ${most} 位，请先缩小范围。`,
  'touch.future': () => '接触的时间还没到，请核对。',
  'touch.longAgo': ({ days }) => `补记接触最多往前 ${days} 天，请核对日期。`,
  'touch.outcome': () => '我们打出的电话请选结果；其他接触不用选。',
  'points.not_enough': ({ wanted, there }) => `那天只有 ${there} 分，不够换 ${wanted} 分。`,
  'points.covered': ({ what, on, missing }) =>
    `${on} 换“${what}”用的就是这些积分，这样会少 ${missing} 分；请先改那一笔。`,
  'points.future': () => '这一天还没到，积分只记今天或以前的。',
  'points.incomplete': () => '兑换和奖励请填分数；迟缴请填账期和仍计的百分比。',
  'evaluation.twice': ({ quarter }) => `${quarter.replace('-Q', ' 年第 ')} 季度已经评过，请改那一份。`,
  'outlet.only': () => '这一项只给零售户。',
  'photo.of_person': () => '照片只留给门店和单位，不给个人拍照存档。',
  'photo.unreadable': () => '这个文件不是完整的照片。请用 JPG、PNG 或 WebP，重新拍一张也行。',
  'photo.too_wide': ({ most }) => `照片太大，长边不要超过 ${most} 像素。`,
  'photo.too_many': ({ most }) => `一家最多留 ${most} 张照片，请先移除旧的。`,
  'view.too_many': ({ most }) => `每人最多存 ${most} 个视图，请先删掉不用的。`,
  'view.foreign': () => '这个视图是别人的，请另存一个自己的。',
}
