import type { Words } from '#domain/kernel/said.ts'
import type { ProblemFacts } from './problem.ts'
import type { RefusalFacts } from './refusal.ts'

const kinds: Record<string, string> = { need: '需要', cue: '相处线索', promise: '承诺', expectation: '期望' }

export const refusalWordsZh: Words<RefusalFacts> = {
  'run.notStarted': () => '这次接触还没有开始。',
  'run.alreadyStarted': () => '这次接触已经开始了。',
  'run.another': () => '这一条属于另一次接触。',
  'run.finished': () => '这次接触已经归档。要继续，请先重新打开并写明原因。',
  'run.notFinished': () => '这次接触还在进行，不用重新打开。',
  'direction.notHere': ({ direction }) => `这个流程不用于${direction === 'inbound' ? '来电' : '去电'}。`,
  'connect.first': () => '电话还没接通，先按“接通”。',
  'step.unknown': ({ step }) => `流程里没有“${step}”这一步。`,
  'step.notHere': ({ step }) => `这次接触用不到“${step}”这一步。`,
  'branch.unknown': ({ branch }) => `流程里没有“${branch}”这条去向。`,
  'check.unknown': ({ check }) => `这一步没有“${check}”这一项。`,
  'skill.unknown': ({ skill }) => `这一步没有“${skill}”这项技巧。`,
  'person.first': () => '先确认对方是机主、受托人还是其他人。',
  'person.notEntitled': () => '对方不是机主，也没有受托。可以记下来意，请机主本人回电。',
  'identity.first': () => '先核对身份，再说客户名下的情况。',
  'identity.failed': () => '身份没有核对上。可以换一种方式再核对，或请机主本人回电。',
  'capture.known': () => '这一条已经记下了。',
  'capture.unknown': () => '要改的那一条找不到了，请刷新后再改。',
  'capture.empty': ({ kind }) => `${kinds[kind] ?? kind}还没有写内容。`,
  'capture.otherKind': () => '这一条不是这一类，请删去后另记一条。',
  'promise.dayMissing': () => '承诺要有日子：写明哪天之前做到。',
  'expectation.onlyHeard': () => '客户只想有人听，不用答“能”或“不能”，表示听到了就好。',
  'suggestion.none': () => '这个流程里不做推荐。',
  'suggestion.beforeSolved': () => '先把客户来说的事办妥，再提建议。',
  'suggestion.notShown': () => '这条建议还没有提出过。',
  'missed.inbound': () => '客户打进来的电话没有“未接通”这类结果。',
  'missed.unknown': ({ outcome }) => `这个流程没有“${outcome}”这个结果。`,
  'finish.nobodyReached': () => '还没有接通。请按一个结果键：无人接、关机、占线、婉拒、不是本人、空号。',
  'finish.reasonNeeded': ({ missing }) => `还有 ${missing} 项该做的没做。补上，或用一句话写明原因。`,
  'reason.empty': () => '请用一句话写明原因。',
}

const reasons: Record<string, string> = {
  TAB_AS_INDENT: '缩进用了制表符，请改成空格',
  BAD_INDENT: '缩进没有对齐，同一层要从同一列开始',
  MISSING_CHAR: '少了一个符号，检查冒号、引号或括号是否成对',
  BLOCK_AS_IMPLICIT_KEY: '一行里写了两个冒号，含冒号的文字请用引号括起来',
  MULTILINE_IMPLICIT_KEY: '这一行少了冒号',
  UNEXPECTED_TOKEN: '这里多了或少了符号，检查引号和缩进',
}

export const problemWordsZh: Words<ProblemFacts> = {
  'yaml.syntax': ({ reason }) => `这里读不懂：${reasons[reason] ?? `YAML 写法有误（${reason}）`}。`,
  'yaml.alias': () => '不能用“*名字”引用别处的内容，请把内容写全。',
  'key.twice': ({ key }) => `“${key}”写了两遍，留一个。`,
  'key.unknown': ({ key }) => `没有“${key}”这个栏目，改正拼写或删去，栏目见 content/core/README.md。`,
  'field.missing': ({ field }) => `缺“${field}”，请补上。`,
  'language.missing': ({ language }) => `缺${language === 'zh' ? '中文（zh）' : '英文（en）'}，两种文字都要写。`,
  'type.wrong': ({ wanted }) => `写法不对，这里要${wantedZh[wanted] ?? wanted}。`,
  'value.unknown': ({ found, allowed }) => `“${found}”不在可选的值里，请从这些里选：${allowed}。`,
  'list.empty': () => '至少要写一项。',
  'list.short': ({ least }) => `至少要写 ${least} 项。`,
  'number.small': ({ least }) => `不能小于 ${least}。`,
  'text.empty': () => '内容是空的，请写上。',
  'id.form': ({ found }) => `“${found}”不能作编号，只用小写字母、数字和短横，如 set-tone。`,
  'id.twice': ({ id }) => `编号“${id}”用了两次，请改其中一个。`,
  'id.notFileName': ({ id, file }) => `编号“${id}”与文件名不一致（${file}），请改成一样。`,
  'source.form': ({ found }) => `“${found}”不是条目编号，写成 S-41 这样。`,
  'day.form': ({ found }) => `“${found}”不是日期，写成 2026-11-20 这样。`,
  'clock.form': ({ found }) => `“${found}”不是钟点，写成 "16:00" 这样。`,
  'hours.backward': ({ from, to }) => `时段从 ${from} 到 ${to} 倒了，结束要晚于开始。`,
  'slot.unknown': ({ slot, nearest }) =>
    `没有 {{${slot}}} 这个事实${nearest ? `，是不是 {{${nearest}}}` : '，可用的见 content/core/README.md'}。`,
  'slot.broken': () => '花括号没有成对，事实写成 {{address}} 这样。',
  'slot.notHere': () => '这里不能填事实，{{…}} 只能写在话术（first、familiar、difficult）里。',
  'slot.oneLanguage': ({ slot }) => `{{${slot}}} 只在一种文字里出现，中英文要填同样的事实。`,
  'line.noneSure': ({ step }) =>
    `“${step}”这一步可能一句话都显示不出来：至少留一句没有 when 的话，不含事实，或带 fallback。`,
  'step.noTalk': () => '至少要有一步是与客户交谈（kind: talk）。',
  'goTo.unknown': ({ step, steps }) => `没有“${step}”这一步，可去的有：${steps}。`,
  'checked.unknown': ({ check }) => `没有“${check}”这一项，写成“步骤编号.检查项编号”。`,
  'missed.absent': ({ outcome }) => `去电流程缺“${outcome}”这个结果，请补上。`,
  'pack.empty': () => '这个文件夹里没有流程文件（*.yaml）。',
}

const wantedZh: Record<string, string> = {
  string: '文字，含数字或冒号时请加引号',
  number: '数字',
  int: '整数',
  boolean: 'true 或 false',
  array: '列表，每项以短横开头',
  object: '一组“栏目: 内容”',
}
