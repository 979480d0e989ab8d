import { type Said, sentence, type Words } from '#domain/kernel/said.ts'

/** The parameters of a sentence that needs none. */
export type None = Readonly<Record<string, never>>

/** What can be wrong in a playbook file. Each sentence says what is wrong and what to write instead. */
export type ProblemFacts = {
  'yaml.syntax': { reason: string }
  'yaml.alias': None
  'key.twice': { key: string }
  'key.unknown': { key: string }
  'field.missing': { field: string }
  'language.missing': { language: string }
  'type.wrong': { wanted: string }
  'value.unknown': { found: string; allowed: string }
  'list.empty': None
  'list.short': { least: number }
  'number.small': { least: number }
  'text.empty': None
  'id.form': { found: string }
  'id.twice': { id: string }
  'id.notFileName': { id: string; file: string }
  'source.form': { found: string }
  'day.form': { found: string }
  'clock.form': { found: string }
  'hours.backward': { from: string; to: string }
  'slot.unknown': { slot: string; nearest: string | null }
  'slot.broken': None
  'slot.notHere': None
  'slot.oneLanguage': { slot: string }
  'fallback.needed': { slot: string }
  'line.noneSure': { step: string }
  'step.noTalk': None
  'goTo.unknown': { step: string; steps: string }
  'checked.unknown': { check: string }
  'needs.later': { check: string }
  'branch.oneWay': None
  'purpose.unlisted': { purpose: string; purposes: string }
  'purpose.unprepared': { purpose: string }
  'missed.absent': { outcome: string }
  'task.oneDue': None
  'task.nowhere': { playbook: string; playbooks: string }
  'pack.empty': None
  'pack.needs': { pack: string }
  'id.otherPack': { id: string; pack: string }
  'fact.ours': { fact: string }
  'column.missing': { column: string }
}

/** One thing to correct, at the place where an editor finds it. Lines and columns count from 1. */
export type Problem = { file: string; line: number; column: number; field: string; said: Said<ProblemFacts> }

/** `core/playbooks/care-call.yaml:12:9 steps[1].title.en: …`, with the sentence in one language. */
export const problemLine = (problem: Problem, words: Words<ProblemFacts>): string =>
  `${problem.file}:${problem.line}:${problem.column} ${problem.field === '' ? '' : `${problem.field}: `}${sentence(words, problem.said)}`
