import type { Said } from '#domain/kernel/said.ts'
import {
  type Branch,
  type Condition,
  type Direction,
  type Line,
  type MissedOutcome,
  missedOutcomes,
  type Playbook,
  type Step,
} from './definition.ts'
import type { Path } from './locate.ts'
import type { ProblemFacts } from './problem.ts'
import { slotsOf } from './slot.ts'

type Remark = { path: Path; said: Said<ProblemFacts> }

/** What only shows when the file is seen as a whole: ids, where branches lead, which checks conditions name, lines that may vanish. */
export const referenceProblems = (file: string, playbook: Playbook): Remark[] => [
  ...fileName(file, playbook),
  ...twice(playbook.steps, ['steps']),
  ...playbook.steps.flatMap((step, index) => inStep(playbook, step, ['steps', index])),
  ...conditionsOf(playbook, ['steps']).flatMap(({ path, when }) => [
    ...unknownChecks(playbook, path, when),
    ...unlistedPurposes(playbook, path, when),
    ...unknownEntered(playbook, path, when),
  ]),
  ...tasksOf(playbook),
  ...purposesOf(playbook),
  ...wayOutOf(playbook),
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
  ...step.branches.flatMap((branch, index) => leads(playbook, branch, [...path, 'branches', index])),
  ...neededBefore(playbook, step, path),
  ...(step.kind === 'talk' &&
  !playbook.directions.every((direction) => step.say.some((line) => isSure(line, direction)))
    ? [{ path: [...path, 'say'], said: { code: 'line.noneSure' as const, params: { step: step.id } } }]
    : []),
]

/** One way out, and one that is there. */
const leads = (playbook: Playbook, { goTo, ends, redial }: Branch, path: Path): Remark[] => {
  const ways = [goTo !== undefined, ends !== undefined, redial === true].filter(Boolean).length
  if (ways !== 1) return [{ path, said: { code: 'branch.oneWay', params: {} } }]
  if (ends !== undefined && !playbook.missed.some(({ kind }) => kind === ends))
    return [{ path: [...path, 'ends'], said: { code: 'missed.absent', params: { outcome: ends } } }]
  return goTo === undefined || isStep(playbook, goTo)
    ? []
    : [{ path: [...path, 'goTo'], said: unknownStep(playbook, goTo) }]
}

const isStep = ({ steps }: Playbook, step: string): boolean => steps.some(({ id }) => id === step)

/** What comes first must stand in an earlier step, else nobody could ever do it in time. */
const neededBefore = (playbook: Playbook, step: Step, path: Path): Remark[] =>
  (step.needs ?? []).flatMap((name, index): Remark[] => {
    const at = [...path, 'needs', index]
    if (!isCheck(playbook, name)) return [{ path: at, said: { code: 'checked.unknown', params: { check: name } } }]
    const [before = ''] = name.split('.')
    const place = (wanted: string): number => playbook.steps.findIndex(({ id }) => id === wanted)
    return place(before) < place(step.id) ? [] : [{ path: at, said: { code: 'needs.later', params: { check: name } } }]
  })

const isCheck = ({ steps }: Playbook, name: string): boolean => {
  const [stepId, checkId] = name.split('.')
  return steps.find(({ id }) => id === stepId)?.checks.some(({ id }) => id === checkId) ?? false
}

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
    ...at(playbook.followUp ?? {}, ['followUp']),
    ...each(playbook.forms ?? [], ['forms']),
    ...each(playbook.tasks ?? [], ['tasks']),
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
  (when.checked ?? []).flatMap((name, index): Remark[] =>
    isCheck(playbook, name)
      ? []
      : [{ path: [...path, 'checked', index], said: { code: 'checked.unknown', params: { check: name } } }],
  )

const unknownEntered = (playbook: Playbook, path: Path, when: Condition): Remark[] =>
  (when.entered ?? []).flatMap((step, index): Remark[] =>
    isStep(playbook, step) ? [] : [{ path: [...path, 'entered', index], said: unknownStep(playbook, step) }],
  )

/** One way to say when a task is due, and only one. */
const tasksOf = ({ tasks = [] }: Playbook): Remark[] => [
  ...twice(tasks, ['tasks']),
  ...tasks.flatMap(({ withinDays, workdays, onDay, waits }, index): Remark[] =>
    [withinDays, workdays, onDay, waits].filter((way) => way !== undefined).length === 1
      ? []
      : [{ path: ['tasks', index], said: { code: 'task.oneDue', params: {} } }],
  ),
]

const unlistedPurposes = ({ purposes = [] }: Playbook, path: Path, when: Condition): Remark[] =>
  (when.purpose ?? []).flatMap((purpose, index): Remark[] =>
    purposes.some(({ id }) => id === purpose)
      ? []
      : [
          {
            path: [...path, 'purpose', index],
            said: { code: 'purpose.unlisted', params: { purpose, purposes: purposes.map(({ id }) => id).join(', ') } },
          },
        ],
  )

/** Each purpose brings its own preparation [S-33]. */
const purposesOf = ({ purposes = [], steps }: Playbook): Remark[] => {
  const prepared = steps
    .filter(({ kind }) => kind === 'prepare')
    .flatMap(({ checks }) => checks.flatMap(({ when }) => when?.purpose ?? []))
  return [
    ...twice(purposes, ['purposes']),
    ...purposes.flatMap(({ id }, index): Remark[] =>
      prepared.includes(id)
        ? []
        : [{ path: ['purposes', index], said: { code: 'purpose.unprepared', params: { purpose: id } } }],
    ),
  ]
}

const wayOutOf = (playbook: Playbook): Remark[] =>
  playbook.offers === undefined || isStep(playbook, playbook.offers.wayOut)
    ? []
    : [{ path: ['offers', 'wayOut'], said: unknownStep(playbook, playbook.offers.wayOut) }]

const wholeTalk = ({ steps }: Playbook): Remark[] =>
  steps.some(({ kind }) => kind === 'talk') ? [] : [{ path: ['steps'], said: { code: 'step.noTalk', params: {} } }]

const hours = ({ goodHours }: Playbook): Remark[] =>
  goodHours.flatMap(({ from, to }, index): Remark[] =>
    from < to ? [] : [{ path: ['goodHours', index, 'to'], said: { code: 'hours.backward', params: { from, to } } }],
  )

/** Whoever rings out has a key for each of the six ways of not getting through; whoever goes there may find nobody, or not be received. */
const missedOutcomesOf = ({ directions, channels, missed }: Playbook): Remark[] => {
  const wanted = channels?.includes('call') === false ? (channels.includes('visit') ? notReceived : []) : missedOutcomes
  return directions.includes('outbound')
    ? wanted
        .filter((outcome) => !missed.some(({ kind }) => kind === outcome))
        .map((outcome) => ({ path: ['missed'], said: { code: 'missed.absent', params: { outcome } } }))
    : []
}

const notReceived: readonly MissedOutcome[] = ['noAnswer', 'refused']
