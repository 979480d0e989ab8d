import { addDays, addMonths, type Day, type Month } from '#domain/kernel/day.ts'
import { ok, refuse, type Result } from '#domain/kernel/result.ts'
import type { Said } from '#domain/kernel/said.ts'
import { isWorkday } from '#domain/kernel/workdays.ts'

export const campaignStates = ['draft', 'running', 'stopped', 'dropped'] as const
/** `stopped`: no more contacts are made, the result is still read by assignment. `dropped`: a draft put away. */
export type CampaignState = (typeof campaignStates)[number]

export const campaignMoves = ['start', 'unstart', 'stop', 'resume', 'drop', 'restore'] as const
export type CampaignMove = (typeof campaignMoves)[number]

/** What is fixed before a campaign starts. `stayMonth`: an outcome is good when the customer is still there at its end. */
export type CampaignPlan = {
  /** Share held out, 0…1. */
  share: number
  contactUntil: Day
  stayMonth: Month
  readOn: Day
}

export const SHARES = { least: 0.05, most: 0.5 } as const

export type CampaignFacts = {
  'campaign.nobody': Record<string, never>
  'campaign.contactOver': { until: Day }
  'campaign.outcomeTooSoon': { month: Month; until: Day }
  'campaign.readTooSoon': { month: Month; earliest: Day }
  'campaign.notNow': { state: CampaignState }
  'campaign.read': { readOn: Day }
  'campaign.contacted': { customers: number }
  'campaign.noPlaybook': Record<string, never>
}

export type CampaignRefusal = Said<CampaignFacts>

/** The first day on which the outcome of a month can be known. */
export const earliestReading = (stayMonth: Month): Day => `${addMonths(stayMonth, 1)}-01`

/** What is wrong with the days of a plan; null when nothing is. */
export const planProblem = ({ contactUntil, stayMonth, readOn }: CampaignPlan, today: Day): CampaignRefusal | null => {
  if (contactUntil < today) return { code: 'campaign.contactOver', params: { until: contactUntil } }
  const earliest = earliestReading(stayMonth)
  if (contactUntil >= earliest)
    return { code: 'campaign.outcomeTooSoon', params: { month: stayMonth, until: contactUntil } }
  if (readOn < earliest) return { code: 'campaign.readTooSoon', params: { month: stayMonth, earliest } }
  return null
}

export type CampaignPhase = 'draft' | 'contacting' | 'waiting' | 'readable' | 'dropped'

/** Where a campaign stands on a day: being prepared, contacting, waiting for the day set beforehand, or to be read. */
export const phaseOf = (state: CampaignState, { contactUntil, readOn }: CampaignPlan, today: Day): CampaignPhase => {
  if (state === 'draft' || state === 'dropped') return state
  if (today >= readOn) return 'readable'
  return state === 'running' && today <= contactUntil ? 'contacting' : 'waiting'
}

const from: Readonly<Record<CampaignMove, { of: CampaignState; to: CampaignState }>> = {
  start: { of: 'draft', to: 'running' },
  unstart: { of: 'running', to: 'draft' },
  stop: { of: 'running', to: 'stopped' },
  resume: { of: 'stopped', to: 'running' },
  drop: { of: 'draft', to: 'dropped' },
  restore: { of: 'dropped', to: 'draft' },
}

/**
 * The state after a move; a move already made is the state it led to. Nothing moves from the day of reading on: a result that may still
 * be changed is none. A start is taken back only while nobody has been contacted, for the arms are then as good as never drawn.
 */
export const moveCampaign = (
  { state, plan, contacted }: { state: CampaignState; plan: CampaignPlan; contacted: number },
  move: CampaignMove,
  today: Day,
): Result<CampaignState, CampaignRefusal> => {
  const { of, to } = from[move]
  if (state === to) return ok(to)
  if (state !== of) return refuse({ code: 'campaign.notNow', params: { state } })
  if (state !== 'draft' && state !== 'dropped' && today >= plan.readOn)
    return refuse({ code: 'campaign.read', params: { readOn: plan.readOn } })
  if (move === 'unstart' && contacted > 0)
    return refuse({ code: 'campaign.contacted', params: { customers: contacted } })
  const wrong = move === 'start' || move === 'resume' ? planProblem(plan, today) : null
  return wrong ? refuse(wrong) : ok(to)
}

/**
 * The days on which one manager reaches so many customers: evenly over the workdays from `first` to `until`, in order. Where none lies
 * between, all on the last day.
 */
export const spreadOver = (customers: number, first: Day, until: Day): Day[] => {
  const days: Day[] = []
  for (let day = first; day <= until; day = addDays(day, 1)) if (isWorkday(day)) days.push(day)
  if (days.length === 0) days.push(until)
  return Array.from({ length: customers }, (_, i) => days[Math.floor((i * days.length) / customers)] ?? until)
}

/** How long somebody whom contact is shown to harm is left in peace, in days from the day of reading: as long as a wish for it. */
const UNDISTURBED_DAYS = 365

export const undisturbedUntil = (readOn: Day): Day => addDays(readOn, UNDISTURBED_DAYS)
