import { z } from 'zod'
import { checkedLine, checkedPlain, id, sourceId, day, clock, words } from './field.ts'

/**
 * A playbook as an editor writes it in YAML, and as every run cites it by hash. Types come from the schema, so the
 * check at start and the code can never disagree. Conditions are a closed typed set, never expressions.
 */
export const directions = ['inbound', 'outbound'] as const
export const customerKinds = ['person', 'group', 'outlet'] as const

/** How far someone has come with a product [K-16]. */
export const stages = ['awareness', 'knowledge', 'inclination', 'use', 'loyalty'] as const

/** How practised the person holding the conversation is: 新手、熟练、老手. */
export const skillLevels = ['new', 'able', 'seasoned'] as const

/** What is written down while talking: a need, a style cue, a promise, an expectation. */
export const captureKinds = ['need', 'cue', 'promise', 'expectation'] as const

/** The six one-key ends of a call that never became a conversation; none of them counts as a contact. */
export const missedOutcomes = ['noAnswer', 'off', 'busy', 'refused', 'wrongPerson', 'emptyNumber'] as const

/** `prepare` before anyone answers, `talk` with the customer, `after` once they have hung up. */
export const stepKinds = ['prepare', 'talk', 'after'] as const

/** Where a procedure is carried out; without it, on the telephone. */
export const channels = ['call', 'visit', 'hall', 'lounge', 'hotline', 'message', 'mail', 'event'] as const

/** Why we come, as the contact gate weighs it. */
export const contactPurposes = ['service', 'care', 'sales', 'survey', 'retention', 'complaint'] as const

/** What can bring a customer up on the day's list; a playbook may say which of these it is for. */
export const occasionKinds = [
  'promise',
  'callback',
  'complaint',
  'complaintNext',
  'escalated',
  'request',
  'feeling',
  'expectation',
  'newCustomer',
  'welcome',
  'handover',
  'retention',
  'porting',
  'risk',
  'contract',
  'billJump',
  'faultUntold',
  'tierUp',
  'tierDown',
  'birthday',
  'festival',
  'points',
  'market',
  'cadence',
] as const

const oneOrMore = <T extends z.ZodType>(item: T) =>
  z.preprocess((value) => (Array.isArray(value) || value === undefined ? value : [value]), z.array(item).min(1))

/** All keys given must hold; a key with several values holds when any of them does. */
const condition = z.strictObject({
  direction: oneOrMore(z.enum(directions)).optional(),
  customerKind: oneOrMore(z.enum(customerKinds)).optional(),
  stage: oneOrMore(z.enum(stages)).optional(),
  skill: oneOrMore(z.enum(skillLevels)).optional(),
  /** How the attempt before this one ended. */
  lastOutcome: oneOrMore(z.enum(missedOutcomes)).optional(),
  /** Something of this kind is written down in this run. */
  captured: oneOrMore(z.enum(captureKinds)).optional(),
  /** A check done in this run, as `step.check`. */
  checked: oneOrMore(words).optional(),
  /** One of this visit's purposes, by its id in `purposes` [S-33]. */
  purpose: oneOrMore(words).optional(),
  /** A step this run has been in, by its id. */
  entered: oneOrMore(words).optional(),
})

/** `first` for a first meeting; `familiar` and `difficult` fall back to it. `fallback` is said when a fact is missing. */
const line = z.strictObject({
  first: checkedLine,
  familiar: checkedLine.optional(),
  difficult: checkedLine.optional(),
  fallback: checkedPlain.optional(),
  when: condition.optional(),
})

/** The five basic requirements of service: response, body language, courtesy, respect, flexibility [S-45]. */
export const serviceBasics = ['response', 'body', 'courtesy', 'respect', 'flexibility'] as const
export type ServiceBasic = (typeof serviceBasics)[number]

/** What a contact itself shows to have happened: nobody has to tick what was just done on the screen. */
export const seenFacts = ['holder', 'aim', 'appointment', 'goal'] as const
export type SeenFact = (typeof seenFacts)[number]

const check = z.strictObject({
  id,
  label: checkedPlain,
  /** How it reads once done: “复述已得到‘对’”. Without it the label is shown. */
  evidence: checkedPlain.optional(),
  required: z.boolean(),
  /** Taken as in order until somebody unticks it: of thirty shops a day only the exceptions are touched. */
  assumed: z.boolean().optional(),
  /** Ticked by itself once this has happened in the contact, and unticked when it is taken back. */
  seen: z.enum(seenFacts).optional(),
  /** Done, it is evidence of one of the five basics [S-45]. */
  shows: z.enum(serviceBasics).optional(),
  /** Done, it has made sure that the customer understood, or we them [S-42]. */
  confirms: z.boolean().optional(),
  /** What is wrong when it is not in order, short enough for a key: 要断货. */
  exception: checkedPlain.optional(),
  when: condition.optional(),
})

/** Something that can be said: the feeling side or the matter side [S-42]. */
const skill = z.strictObject({
  id,
  side: z.enum(['emotional', 'rational']),
  shows: z.enum(serviceBasics).optional(),
  /** Said, it has made sure that the customer understood [S-42]. */
  confirms: z.boolean().optional(),
  label: checkedPlain,
  words: checkedPlain,
})

const question = z.strictObject({ ask: checkedPlain, answer: checkedPlain, when: condition.optional() })

/**
 * What happens, what we say to it, and where that leads: to a step (`goTo`), to one of the six ends (`ends`), or back to where
 * we were after ringing anew (`redial`). Just one of the three.
 */
const branch = z.strictObject({
  id,
  label: checkedPlain,
  say: line,
  goTo: words.optional(),
  ends: z.enum(missedOutcomes).optional(),
  redial: z.boolean().optional(),
})

const step = z.strictObject({
  id,
  kind: z.enum(stepKinds),
  title: checkedPlain,
  aim: checkedPlain,
  /** What belongs to the customer is told here: on an inbound call not before the identity check. */
  discloses: z.boolean().default(false),
  /** Only a branch leads here; “next step” passes it over, and its checks are asked for once it was entered. */
  aside: z.boolean().optional(),
  when: condition.optional(),
  /** Checks, as `step.check`, that come before this step; going on without them takes a reason, which is kept [S-46]. */
  needs: z.array(words).min(1).optional(),
  say: z.array(line).default([]),
  checks: z.array(check).default([]),
  skills: z.array(skill).default([]),
  questions: z.array(question).default([]),
  tips: z.array(z.strictObject({ text: checkedPlain, when: condition.optional() })).default([]),
  captures: z.array(z.strictObject({ kind: z.enum(captureKinds), prompt: checkedPlain })).default([]),
  branches: z.array(branch).default([]),
})

const missed = z.strictObject({
  kind: z.enum(missedOutcomes),
  say: line.optional(),
  /** No `retry`: nobody is to try again on this number. */
  retry: z.strictObject({ afterMinutes: z.int().min(1), atGoodHour: z.boolean() }).optional(),
})

/** One of several purposes of one visit, and what to heed about it; its preparation are checks with `when: { purpose }` [S-33]. */
const purpose = z.strictObject({ id, title: checkedPlain, heed: z.array(checkedPlain).min(1) })

/** A form that is filled from the run when it ends [P-19]; `form` names its layout. */
const filing = z.strictObject({
  form: id,
  title: checkedPlain,
  signed: z.boolean().optional(),
  when: condition.optional(),
})

/**
 * Something to be done another day because of how this ended: a due day, counted in calendar days or workdays, or that of the thing itself, or `waits` until somebody
 * says that what it waits for has arrived. `playbook` is what it will be done by [S-04][S-05][R-16].
 */
const task = z.strictObject({
  id,
  playbook: id,
  about: checkedPlain,
  withinDays: z.int().min(0).optional(),
  workdays: z.int().min(1).optional(),
  /** On the day of the thing this contact is about. */
  onDay: z.enum(['subject']).optional(),
  waits: z.enum(['arrival']).optional(),
  when: condition.optional(),
})

export const playbookSchema = z.strictObject({
  id,
  version: z.int().min(1),
  title: checkedPlain,
  aim: checkedPlain,
  sources: z.array(sourceId).min(1),
  reviewer: checkedPlain,
  reviewed: day,
  directions: z.array(z.enum(directions)).min(1),
  /** Hours of the day at which people are readier to talk [S-31]; a retry is proposed inside them. */
  goodHours: z.array(z.strictObject({ from: clock, to: clock })).default([]),
  /** When a suggestion may be made; without it this playbook makes none [G-04]. */
  suggestWhen: condition.optional(),
  channels: z.array(z.enum(channels)).min(1).optional(),
  /** Without it, for every kind of customer. */
  customerKinds: z.array(z.enum(customerKinds)).min(1).optional(),
  contactPurpose: z.enum(contactPurposes).optional(),
  /** The reasons of the day's list this one is for; a pack's own comes before the core's. */
  occasions: z.array(z.enum(occasionKinds)).min(1).optional(),
  /** Why we ask for their time, and what it gives them, each in one sentence, before anybody is rung [S-25]. */
  asksAim: z.boolean().optional(),
  purposes: z.array(purpose).min(1).optional(),
  /** At most so many offers in one talk; `wayOut` is the step that stays open all along [R-05][R-09]. */
  offers: z.strictObject({ most: z.int().min(1), wayOut: words }).optional(),
  /** How it went is asked another day, apart from this talk [S-41]; ending without a date takes a reason. */
  followUp: z
    .strictObject({
      withinDays: z.int().min(1),
      about: checkedPlain,
      when: condition.optional(),
      /** The playbook it is asked by; without it, the one for asking how it went. */
      playbook: id.optional(),
    })
    .optional(),
  forms: z.array(filing).min(1).optional(),
  tasks: z.array(task).min(1).optional(),
  /** The record is written on the day itself [S-39]. */
  sameDay: z.boolean().optional(),
  steps: z.array(step).min(1),
  missed: z.array(missed).default([]),
})

/** Whether a playbook talks a customer into staying: one with offers to make, limited and with a way out. */
export const persuades = ({ offers }: Playbook): boolean => offers !== undefined

export type Direction = (typeof directions)[number]
export type CustomerKind = (typeof customerKinds)[number]
export type Stage = (typeof stages)[number]
export type SkillLevel = (typeof skillLevels)[number]
export type CaptureKind = (typeof captureKinds)[number]
export type MissedOutcome = (typeof missedOutcomes)[number]
export type Condition = z.infer<typeof condition>
export type Line = z.infer<typeof line>
export type Branch = z.infer<typeof branch>
export type Check = z.infer<typeof check>
export type Step = z.infer<typeof step>
export type OccasionName = (typeof occasionKinds)[number]
export type PlaybookTask = z.infer<typeof task>
export type Playbook = z.infer<typeof playbookSchema>
