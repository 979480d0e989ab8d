import type { Said } from '#domain/kernel/said.ts'
import { type Condition, type Direction, type Line, missedOutcomes, type Playbook, type Step } from './definition.ts'
import type { Path } from './locate.ts'
import type { ProblemFacts } from './problem.ts'
import { slotsOf } from './slot.ts'

type Remark = { path: Path; said: Said<ProblemFacts> }

/** What only shows when the file is seen as a whole: ids, where branches lead, which checks conditions name, lines that may vanish. */
export const referenceProblems = (file: string, playbook: Playbook): Remark[] => [
  ...fileName(file, playbook),
  ...twice(playbook.steps, ['steps']),
  ...playbook.steps.flatMap((step, index) => inStep(playbook, step, ['steps', index])),
  ...conditionsOf(playbook, ['steps']).flatMap(({ path, when }) => unknownChecks(playbook, path, when)),
  ...wholeTalk(playbook),
  ...hours(playbook),
  ...missedOutcomesOf(playbook),
]

const fileName = (file: string, { id }: Playbook): Remark[] =>
  file.split('/').at(-1) === `${id}.yaml`
    ? []
    : [{ path: ['id'], said: { code: 'id.notFileName', params: { id, file } } }]

const twice = (items: readonly { id: string }[], path: Path): Remark[] =>
  items.flatMap(({ id }, index) =>
    items.findIndex((other) => other.id === id) < index
      ? [{ path: [...path, index, 'id'], said: { code: 'id.twice' as const, params: { id } } }]
      : [],
  )

const inStep = (playbook: Playbook, step: Step, path: Path): Remark[] => [
  ...twice(step.checks, [...path, 'checks']),
  ...twice(step.skills, [...path, 'skills']),
  ...twice(step.branches, [...path, 'branches']),
  ...step.branches.flatMap(({ goTo }, index): Remark[] =>
    playbook.steps.some(({ id }) => id === goTo)
      ? []
      : [{ path: [...path, 'branches', index, 'goTo'], said: unknownStep(playbook, goTo) }],
  ),
  ...(step.kind === 'talk' &&
  !playbook.directions.every((direction) => step.say.some((line) => isSure(line, direction)))
    ? [{ path: [...path, 'say'], said: { code: 'line.noneSure' as const, params: { step: step.id } } }]
    : []),
]

const unknownStep = (playbook: Playbook, step: string): Said<ProblemFacts> => ({
  code: 'goTo.unknown',
  params: { step, steps: playbook.steps.map(({ id }) => id).join(', ') },
})

/** A line that can be said in this direction whoever the customer is and whatever we know of them. */
const isSure = ({ when, first, fallback }: Line, direction: Direction): boolean =>
  Object.keys(when ?? {}).every((key) => key === 'direction') &&
  (when?.direction?.includes(direction) ?? true) &&
  (fallback !== undefined || slotsOf(first.zh).length === 0)

type Where = { path: Path; when: Condition }

const conditionsOf = (playbook: Playbook, path: Path): Where[] => {
  const at = (item: { when?: Condition | undefined }, where: Path): Where[] =>
    item.when ? [{ path: [...where, 'when'], when: item.when }] : []
  const each = (items: readonly { when?: Condition | undefined }[], where: Path): Where[] =>
    items.flatMap((item, index) => at(item, [...where, index]))
  return [
    ...(playbook.suggestWhen ? [{ path: ['suggestWhen'], when: playbook.suggestWhen }] : []),
    ...playbook.steps.flatMap((step, index) => {
      const here = [...path, index]
      return [
        ...at(step, here),
        ...each(step.say, [...here, 'say']),
        ...each(step.checks, [...here, 'checks']),
        ...each(step.questions, [...here, 'questions']),
        ...each(step.tips, [...here, 'tips']),
        ...step.branches.flatMap(({ say }, branch) => at(say, [...here, 'branches', branch, 'say'])),
      ]
    }),
    ...playbook.missed.flatMap(({ say }, index) => (say ? at(say, ['missed', index, 'say']) : [])),
  ]
}

const unknownChecks = (playbook: Playbook, path: Path, when: Condition): Remark[] =>
  (when.checked ?? []).flatMap((name, index): Remark[] => {
    const [stepId, checkId] = name.split('.')
    const step = playbook.steps.find(({ id }) => id === stepId)
    return step?.checks.some(({ id }) => id === checkId)
      ? []
      : [{ path: [...path, 'checked', index], said: { code: 'checked.unknown', params: { check: name } } }]
  })

const wholeTalk = ({ steps }: Playbook): Remark[] =>
  steps.some(({ kind }) => kind === 'talk') ? [] : [{ path: ['steps'], said: { code: 'step.noTalk', params: {} } }]

const hours = ({ goodHours }: Playbook): Remark[] =>
  goodHours.flatMap(({ from, to }, index): Remark[] =>
    from < to ? [] : [{ path: ['goodHours', index, 'to'], said: { code: 'hours.backward', params: { from, to } } }],
  )

/** Whoever rings out has a key for each of the six ways of not getting through. */
const missedOutcomesOf = ({ directions, missed }: Playbook): Remark[] =>
  directions.includes('outbound')
    ? missedOutcomes
        .filter((outcome) => !missed.some(({ kind }) => kind === outcome))
        .map((outcome) => ({ path: ['missed'], said: { code: 'missed.absent', params: { outcome } } }))
    : []
