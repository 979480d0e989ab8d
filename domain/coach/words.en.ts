import type { Words } from '#domain/kernel/said.ts'
import type { FabFacts } from './fab.ts'
import type { OutgoingFacts } from './outgoing.ts'
import type { RuleFacts } from './problem.ts'
import type { SuggestionFacts } from './suggest.ts'

export const ruleWordsEn: Words<RuleFacts> = {
  'pattern.form': ({ at, found }) =>
    `This cannot be read from character ${at + 1}, “${found}”. There is no *, +, {n,} and no capture; write {0,8} and (?:…).`,
  'pattern.costly': ({ ways, most }) =>
    `This can be tried in ${ways} ways; ${most} is the most. Shorten the gaps, or make two rules of it.`,
  'fragment.unknown': ({ fragment }) => `There is no fragment “${fragment}”; fragments.yaml lists them.`,
  'rule.twice': ({ rule }) => `“${rule}” is used twice; change one of them.`,
  'rewrite.absent': ({ rule }) => `“${rule}” does not give a better way to say it (rewrite).`,
  'example.missed': ({ rule, example }) => `“${rule}” does not mark its example: ${example}`,
  'counter.hit': ({ rule, example, words }) => `“${rule}” marks “${words}” in its counter-example: ${example}`,
  'rewrite.marked': ({ rule, by }) => `What “${rule}” proposes is itself marked by “${by}”; say it another way.`,
  'field.empty': () => 'This is still empty.',
  'word.short': ({ word }) =>
    `“${word}” is too short; it stands in many good sentences. Write at least two characters.`,
  'examples.few': ({ have, least }) => `At least ${least} are needed; there are ${have}.`,
}

export const outgoingWordsEn: Words<OutgoingFacts> = {
  'wording.forbidden': ({ words, en, rewrite }) =>
    `“${words}” is a phrase we never use (${en}); change it and it can go${better(rewrite)}. `,
  'wording.blunt': ({ words, en, rewrite }) => `“${words}” is blunt (${en})${better(rewrite)}. `,
}

const better = (rewrite: string | null): string =>
  rewrite === null ? '' : `; you could say: ${rewrite.replace(/\.$/, '')}`

export const suggestionWordsEn: Words<SuggestionFacts> = {
  'ask.difficulty': ({ asked }) =>
    `${asked} questions about the situation so far; one about a difficulty comes next: which step costs you most?`,
  'ask.consequence': () => 'A difficulty has come up; you could ask: what does that do to your business?',
  'ask.benefit': () => 'The consequence is known; let them say it: if this were solved, what would help you most?',
  'say.benefit': () => 'The feature has been told; go on with “so that you …”.',
}

export const fabWordsEn: Words<FabFacts> = {
  'fab.featureMissing': () => 'Begin with the feature: what it is or has.',
  'fab.advantageMissing': () => 'Write the advantage: what is better because of it.',
  'fab.benefitMissing': () =>
    'The benefit is empty: people listen to what concerns them, so write what this customer gains.',
}
