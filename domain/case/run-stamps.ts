import { type Complaint, type ComplaintStep } from './complaint.ts'

/** What is read of a run: a step that was entered, a check that was ticked or taken back. */
export type RunMark =
  | { type: 'stepEntered'; step: string; reason?: string | undefined; at: Date }
  | { type: 'checkMarked'; step: string; check: string; done: boolean; at: Date }

/** The steps of a complaint as the playbooks name theirs; every playbook about a complaint uses these names. */
const stepOf: Readonly<Record<string, ComplaintStep>> = {
  listen: 'listened',
  analyse: 'analysed',
  understand: 'understood',
  restate: 'restated',
  answer: 'answered',
  offer: 'offered',
  bridge: 'offered',
}

/** The check that says the customer confirmed the restatement, and the one that says there were two ways to choose from. */
const RESTATED = 'restate.restated'
const TWO_WAYS = 'offer.two-ways'

/**
 * What a run leaves on its complaint: each step stamped when the last of its checks that still stands was ticked, the restatement only by the
 * customer's yes, an early answer with its reason [S-46]. What the complaint already has stays: the first time counts.
 */
export const stampedBy = (entry: Complaint, marks: readonly RunMark[]): Complaint => {
  const ticked = new Map<string, Date>()
  for (const mark of marks) {
    if (mark.type !== 'checkMarked') continue
    const key = `${mark.step}.${mark.check}`
    if (mark.done) ticked.set(key, mark.at)
    else ticked.delete(key)
  }
  const steps: Partial<Record<ComplaintStep, Date>> = {}
  for (const [key, at] of ticked) {
    const [step = ''] = key.split('.')
    const name = stepOf[step]
    if (name === undefined || (name === 'restated' && key !== RESTATED)) continue
    const before = steps[name]
    if (before === undefined || at > before) steps[name] = at
  }
  const early = marks.find(
    (mark) => mark.type === 'stepEntered' && (mark.reason ?? '').trim() !== '' && stepOf[mark.step] !== undefined,
  )
  return {
    ...entry,
    steps: { ...steps, ...entry.steps },
    ways: Math.max(entry.ways, ticked.has(TWO_WAYS) ? 2 : 0),
    early: entry.early ?? (early?.type === 'stepEntered' ? earlyOf(early) : null),
  }
}

const earlyOf = ({ step, reason = '', at }: RunMark & { type: 'stepEntered' }): Complaint['early'] => ({
  step: stepOf[step] ?? 'answered',
  reason: reason.trim(),
  at,
})
