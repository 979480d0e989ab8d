import type { Words } from '#domain/kernel/said.ts'
import type { FabFacts } from './fab.ts'
import type { OutgoingFacts } from './outgoing.ts'
import type { RuleFacts } from './problem.ts'
import type { SuggestionFacts } from './suggest.ts'

export const ruleWordsZh: Words<RuleFacts> = {
  'pattern.form': ({ at, found }) =>
    `第 ${at + 1} 个字“${found}”起读不懂。不能用 *、+、{n,} 和捕获组；重复写成 {0,8}，分组写成 (?:…)。`,
  'pattern.costly': ({ ways, most }) => `这个写法要试 ${ways} 种可能，最多 ${most} 种。缩短中间的间隔，或拆成两条。`,
  'fragment.unknown': ({ fragment }) => `没有名为“${fragment}”的片段，片段都写在 fragments.yaml 里。`,
  'rule.twice': ({ rule }) => `“${rule}”用了两遍，改掉一个。`,
  'rewrite.absent': ({ rule }) => `“${rule}”没有写改成怎么说（rewrite）。`,
  'example.missed': ({ rule, example }) => `“${rule}”没有标出这个例句：${example}`,
  'counter.hit': ({ rule, example, words }) => `“${rule}”误标了这个反例里的“${words}”：${example}`,
  'rewrite.marked': ({ rule, by }) => `“${rule}”给的说法自己又会被“${by}”标出，请换一句。`,
  'field.empty': () => '这一栏还空着。',
  'word.short': ({ word }) => `“${word}”太短，许多好话里也有它。至少写两个字。`,
  'examples.few': ({ have, least }) => `至少要 ${least} 句，现在 ${have} 句。`,
}

export const outgoingWordsZh: Words<OutgoingFacts> = {
  'wording.forbidden': ({ words, zh, rewrite }) => `“${words}”是禁语（${zh}），改掉才能发${better(rewrite)}。`,
  'wording.blunt': ({ words, zh, rewrite }) => `“${words}”生硬（${zh}）${better(rewrite)}。`,
}

const better = (rewrite: string | null): string => (rewrite === null ? '' : `，可以说：${rewrite.replace(/。$/, '')}`)

export const suggestionWordsZh: Words<SuggestionFacts> = {
  'ask.difficulty': ({ asked }) => `问了 ${asked} 句情况，可以问一句难处：现在哪一步最费事？`,
  'ask.consequence': () => '听到难处了，可以接着问：这样一来，对您有什么影响？',
  'ask.benefit': () => '听到影响了，可以请客户自己说：要是解决了，最大的好处是什么？',
  'say.benefit': () => '特点说了，接着说一句“这样您就……”。',
}

export const fabWordsZh: Words<FabFacts> = {
  'fab.featureMissing': () => '先写特点：它是什么、有什么。',
  'fab.advantageMissing': () => '写上优点：有了这个特点，哪里更好。',
  'fab.benefitMissing': () => '好处还空着：客户只听得进与自己有关的那一句，写上客户能得到什么。',
}
