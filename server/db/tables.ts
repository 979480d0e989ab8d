// Made by `node scripts/run.mjs tables` from the migrations; do not edit.
import type { ColumnType, Generated } from 'kysely'
import type { Day } from '#domain/kernel/day.ts'
import type { Id } from '#domain/kernel/id.ts'
import type { Fen } from '#domain/kernel/money.ts'
import type { GeneratedJson, Json } from './columns.ts'

type AbsenceTable = {
  branch_id: number
  id: Id
  staff_id: Id
  from_day: Day
  to_day: Day
  kind: 'leave' | 'shift' | 'training'
}

type AccessTokenTable = {
  branch_id: number
  id: Id
  staff_id: Id
  name: string
  scope: 'read' | 'write'
  secret_digest: string
  made_at: Date
  expires_at: Date
  last_used_at: Date | null
  revoked_at: Date | null
}

type AppointmentTable = {
  branch_id: number
  id: Id
  customer_id: Id
  contact_person_id: Id | null
  owner_id: Id
  way: 'visit' | 'call'
  starts_at: Date
  ends_at: Date
  place: Generated<string>
  purposes: Generated<('recommend' | 'contact' | 'gift' | 'business' | 'opinion' | 'complaint')[]>
  state: 'planned' | 'agreed' | 'arrived' | 'done' | 'cancelled' | 'missed'
  reason: Generated<string>
  arrived_at: Date | null
  told_at: Date | null
  untold: 'moved' | 'late' | 'cancelled' | 'missed' | null
  untold_since: Date | null
  expects_at: Date | null
  before_starts_at: Date | null
  before_ends_at: Date | null
  sequence: Generated<number>
  run_id: Id | null
  history: GeneratedJson
  made_at: Date
  made_by: Id
  version: Generated<number>
}

type AttributeMeaningTable = {
  branch_id: number
  name: string
  definition: Json
}

type AttributeSnapshotTable = {
  branch_id: number
  customer_id: Id
  as_of: Day
  attributes: Json
  left_later: boolean | null
  import_id: Id | null
  folds: GeneratedJson
}

type AuditEventTable = {
  branch_id: number
  id: Id
  at: Date
  actor_id: Id | null
  action: string
  entity: string
  entity_id: Id | null
  customer_id: Id | null
  version: number | null
  changes: Json | null
  params: GeneratedJson
  seal: number | null
  salt: string | null
  digest: string | null
  erased_at: Date | null
}

type AuditSealTable = {
  branch_id: number
  number: number
  previous: string
  hash: string
  rows: number
  sealed_at: Date
}

type BearingSheetTable = {
  branch_id: number
  id: Id
  observer_id: Id
  observed_id: Id
  checklist: string
  wear: 'all' | 'women' | 'men'
  seen_on: Day
  seen: Json
  note: Generated<string>
  given_at: Date
  read_at: Date | null
}

type BillTable = {
  branch_id: number
  customer_id: Id
  month: number
  kind: Generated<string>
  amount_fen: Fen
  import_id: Id | null
}

type BranchTable = {
  id: number
  name: string
  time_zone: Generated<string>
  as_of: Day | null
  demo_password: string | null
  created_at: Date
}

type BranchOfferTable = {
  branch_id: number
  key: string
  definition: Json
  set_by: Id
  set_at: Date
  version: Generated<number>
}

type BranchPackTable = {
  branch_id: number
  id: Id
  about: Json
  imported_by: Id
  imported_at: Date
}

type BranchPackFileTable = {
  branch_id: number
  kind: 'scripts' | 'texts' | 'forms' | 'checklists' | 'offers'
  pack: string
  name: string
  hash: string
  definition: Json
  file_hash: string | null
  imported_by: Id
  imported_at: Date
}

type BranchSettingTable = {
  branch_id: number
  key: string
  value: Json
  set_by: Id
  set_at: Date
  version: Generated<number>
}

type CalendarFeedTable = {
  branch_id: number
  id: Id
  staff_id: Id
  label: string
  language: 'zh' | 'en'
  secret_digest: string
  made_at: Date
  revoked_at: Date | null
  read_at: Date | null
}

type CampaignTable = {
  branch_id: number
  id: Id
  unit_id: Id
  title: string
  aim: string
  offer: Generated<string>
  playbook_key: string
  cost_each_fen: Generated<Fen>
  audience: Json
  seed: string
  share: number
  contact_until: Day
  stay_month: number
  read_on: Day
  state: Generated<'draft' | 'running' | 'stopped' | 'dropped'>
  started_at: Date | null
  lesson: Json | null
  learnt_at: Date | null
  lesson_job_id: Id | null
  set_by: Id
  set_at: Date
  changed_by: Id
  changed_at: Date
  version: Generated<number>
  way: 'advantage' | 'care' | 'bundle' | 'fit' | 'addition' | 'service' | null
}

type CampaignCustomerTable = {
  branch_id: number
  campaign_id: Id
  customer_id: Id
  arm: 'contacted' | 'heldOut'
}

type CampaignFiguresTable = {
  branch_id: number
  version: number
  value: Json | null
  set_by: Id
  set_at: Date
}

type CampaignSeedTable = {
  branch_id: number
  unit_id: Id
  playbook_key: string
  stay_month: number
  seed: string
}

type CareActTable = {
  branch_id: number
  id: Id
  customer_id: Id
  kind: 'understand' | 'need' | 'solve'
  line: string
  promise_id: Id | null
  done_by: Id
  done_at: Date
}

type ChecklistTable = {
  id: Id
  pack: string
  definition: Json
  loaded_at: Date
}

type ChurnDriftTable = {
  branch_id: number
  model_id: Id
  month: number
  customers: number
  counted: Json
}

type ChurnModelTable = {
  branch_id: number
  id: Id
  definition: Json
  metrics: Json
  alarms: GeneratedJson
  rows: number
  positives: number
  active: boolean
  trained_at: Date
  trained_by: Id | null
  cross_fits: Json | null
}

type ClubEventTable = {
  branch_id: number
  id: Id
  title: string
  on_day: Day
  starts_at: string | null
  place: string
  seats: number | null
  called_off_at: Date | null
  set_by: Id
  set_at: Date
  changed_by: Id
  changed_at: Date
  version: Generated<number>
}

type CoachHitTable = {
  branch_id: number
  staff_id: Id
  id: Id
  rule: string
  ended: 'taken' | 'waved' | 'rewritten' | 'left'
  at: Date
}

type CoachRuleTable = {
  branch_id: number
  id: Id
  draft: Json
  withdrawn_at: Date | null
  changed_by: Id
  changed_at: Date
  version: Generated<number>
}

type CoachRuleEditionTable = {
  branch_id: number
  rule_id: Id
  edition: number
  definition: Json
  published_by: Id
  published_at: Date
}

type CoachRuleMonthTable = {
  branch_id: number
  rule: string
  month: number
  marked: number
  taken: number
}

type ComplaintLimitTable = {
  branch_id: number
  id: Id
  code: string
  kind: 'law' | 'standard'
  amount: number
  unit: 'workingMinutes' | 'hours' | 'days' | 'workdays'
  since: Day | null
  source: string
  checked_by: Id
  checked_at: Date
}

type ConsentTable = {
  branch_id: number
  customer_id: Id
  purpose: 'service' | 'care' | 'sales' | 'survey' | 'any'
  state: 'given' | 'refused'
  since: Day
  until: Day | null
  source: string
  run_id: Id | null
  before: Json | null
}

type ContactPersonTable = {
  branch_id: number
  id: Id
  customer_id: Id
  name: string
  name_sort: string
  name_reading: string | null
  address_form: string | null
  title: string | null
  department: string | null
  decision_role: 'initiator' | 'evaluator' | 'gatekeeper' | 'purchaser' | 'decider' | null
  relationship: 'loose' | 'familiar' | 'close' | null
  phone: string | null
  birthday: Json | null
  note: string | null
  last_met_on: Day | null
  version: Generated<number>
  removed_at: Date | null
}

type CustomerTable = {
  branch_id: number
  id: Id
  code: string
  kind: 'person' | 'group' | 'outlet'
  name: string
  name_sort: string
  name_folded: string
  name_reading: string | null
  address_form: string | null
  manager_id: Id | null
  backup_id: Id | null
  unit_id: Id | null
  since: Day | null
  official_level: string | null
  official_points: number | null
  dossier: GeneratedJson
  last_touch_at: Date | null
  merged_into: Id | null
  version: Generated<number>
  created_at: Date
  updated_at: Date
  left_on: Day | null
  erased_at: Date | null
}

type CustomerKeyTable = {
  branch_id: number
  kind: 'initials' | 'spelling' | 'phone_tail'
  key: string
  customer_id: Id
}

type CustomerLossTable = {
  branch_id: number
  id: Id
  customer_id: Id
  way: 'ported' | 'closed' | 'lapsed' | 'ended'
  left_on: Day
  manager_id: Id | null
  tier: string | null
  paid12_fen: Fen
  back_on: Day | null
  marked_by: Id
  marked_at: Date
  undone_at: Date | null
  version: Generated<number>
}

type CustomerMergeTable = {
  branch_id: number
  id: Id
  kept_id: Id
  gone_id: Id
  moved: Json
  actor_id: Id
  merged_at: Date
  undone_at: Date | null
}

type CustomerPhotoTable = {
  branch_id: number
  id: Id
  customer_id: Id
  subject: 'front' | 'display' | 'counter' | 'store' | 'other'
  caption: string | null
  taken_on: Day
  media: 'image/jpeg' | 'image/png' | 'image/webp'
  bytes: number
  width: number
  height: number
  noted_by: Id
  added_at: Date
  version: Generated<number>
  removed_at: Date | null
}

type CustomerPlaceTable = {
  branch_id: number
  customer_id: Id
  latitude: number
  longitude: number
  noted_by: Id
  noted_at: Date
}

type DepartureTable = {
  branch_id: number
  id: Id
  staff_id: Id
  left_on: Day
  started_by: Id
  started_at: Date
}

type DepartureCustomerTable = {
  branch_id: number
  departure_id: Id
  customer_id: Id
  backup_id: Id | null
  taken_by: Id
  paid12_fen: Fen
  promises: GeneratedJson
  card_read_by: Id | null
  card_read_at: Date | null
}

type EconomicsEditTable = {
  branch_id: number
  id: Id
  figure: string
  was: number | null
  became: number | null
  edited_by: Id
  edited_at: Date
}

type ErasureTable = {
  branch_id: number
  id: Id
  customer_id: Id
  asked_by: 'self' | 'agent' | 'office'
  asked_on: Day
  done_by: Id
  done_at: Date
  manager_id: Id | null
  backup_id: Id | null
  unit_id: Id | null
  gone: Json
}

type EventGuestTable = {
  branch_id: number
  event_id: Id
  id: Id
  customer_id: Id
  answer: Generated<'listed' | 'invited' | 'accepted' | 'declined'>
  came: boolean | null
  again: Generated<boolean>
  run_id: Id | null
  asked_run_id: Id | null
  added_by: Id
  added_at: Date
  moved_by: Id
  moved_at: Date
  version: Generated<number>
}

type ExpectationTable = {
  branch_id: number
  id: Id
  customer_id: Id
  said_by: Id | null
  touch_id: Id | null
  run_id: Id | null
  what: string
  nature: Generated<'factual' | 'emotional' | 'heard'>
  rank: number
  can: 'can' | 'partly' | 'cannot' | null
  state: Generated<'open' | 'resetting' | 'agreed' | 'explained' | 'met' | 'closed'>
  agreed_wording: string | null
  said_on: Day
  noted_by: Id
  history: GeneratedJson
  updated_at: Date
  version: Generated<number>
  origin: string | null
  feeling: string | null
  uncertain: string | null
  offer: Generated<string>
}

type FigureNoteTable = {
  branch_id: number
  staff_id: Id
  month: number
  formula: string
  note: string
  written_at: Date
}

type FormTable = {
  branch_id: number
  id: Id
  layout_hash: string
  key: string
  customer_id: Id | null
  contact_person_id: Id | null
  run_id: Id | null
  case_id: Id | null
  appointment_id: Id | null
  after_id: Id | null
  corrects_id: Id | null
  author_id: Id
  unit_id: Id
  own: Generated<boolean>
  on_day: Day
  due_on: Day | null
  state: 'draft' | 'waiting' | 'approved' | 'refused' | 'filed' | 'dropped'
  answers: GeneratedJson
  signatures: GeneratedJson
  written: GeneratedJson
  asked_at: Date | null
  decided_by: Id | null
  decided_at: Date | null
  decision_note: Generated<string>
  made_at: Date
  changed_at: Date
  filed_at: Date | null
  version: Generated<number>
}

type FormLayoutTable = {
  hash: string
  key: string
  version: number
  definition: Json
  pack: string
  loaded_at: Date
  from_file: Generated<boolean>
}

type FormPromiseTable = {
  branch_id: number
  form_id: Id
  promise_id: Id
  field: string
  row_number: number
}

type FrozenListTable = {
  branch_id: number
  id: Id
  name: string
  month: number
  filter: Json
  actor_id: Id
  frozen_at: Date
}

type FrozenMemberTable = {
  branch_id: number
  list_id: Id
  customer_id: Id
  base_fen: Fen
  tier: string | null
}

type GiftTable = {
  branch_id: number
  id: Id
  name: string
  in_store: number
  note: Generated<string>
  changed_at: Date
  changed_by: Id
  version: Generated<number>
}

type GradeBorderTable = {
  branch_id: number
  valid_from: Day
  border: number
  set_by: Id
  set_at: Date
  version: Generated<number>
}

type GratitudeTable = {
  branch_id: number
  id: Id
  staff_id: Id
  to_id: Id | null
  line: string
  written_at: Date
}

type HandOverTable = {
  branch_id: number
  id: Id
  customer_id: Id | null
  promise_id: Id | null
  from_id: Id
  to_id: Id
  what: string
  due_at: Date
  state: Generated<'asked' | 'accepted' | 'answered' | 'declined' | 'withdrawn'>
  answer: string | null
  asked_at: Date
  accepted_at: Date | null
  answered_at: Date | null
  version: Generated<number>
  case_id: Id | null
}

type HeldRecordTable = {
  branch_id: number
  id: Id
  customer_id: Id
  what: 'bills' | 'complaints'
  until: Day
  basis: Json
  contents: Json
}

type HoldingTable = {
  branch_id: number
  id: Id
  customer_id: Id
  product: string
  note: string | null
  monthly_fee_fen: Fen | null
  until: Day | null
  stage: 'awareness' | 'knowledge' | 'inclination' | 'use' | 'loyalty' | null
  answers: GeneratedJson
  version: Generated<number>
  removed_at: Date | null
  stage_on: Day | null
}

type ImportTable = {
  branch_id: number
  id: Id
  target: 'customer' | 'bill' | 'order' | 'touch' | 'attribute' | null
  file_name: string
  file_sha256: string | null
  mapping: Json | null
  mode: 'create' | 'update' | 'both' | null
  state: 'uploading' | 'ready' | 'checking' | 'waiting' | 'running' | 'done' | 'cancelled' | 'failed' | 'undoing' | 'undone'
  rows_total: number | null
  rows_read: Generated<number>
  created: Generated<number>
  updated: Generated<number>
  unchanged: Generated<number>
  rejected: Generated<number>
  problem: Json | null
  actor_id: Id
  asked_at: Date
  finished_at: Date | null
  undone: Json | null
  file_bytes: number
  sheet_name: string | null
  header_row: number | null
  headers: Json | null
  as_of: Day | null
  read_to: Generated<number>
  months: Generated<number[]>
  job_id: Id | null
  started_at: Date | null
  keeper_id: Id | null
}

type ImportEffectTable = {
  branch_id: number
  import_id: Id
  entity: string
  entity_key: string
  row_number: number
  before: Json | null
  written: Json
  undone_at: Date | null
  left_fields: string[] | null
}

type ImportRejectTable = {
  branch_id: number
  import_id: Id
  row_number: number
  cells: Json
  problems: Json
}

type ImportTemplateTable = {
  branch_id: number
  id: Id
  name: string
  target: string
  fingerprint: string
  mapping: Json
  owner_id: Id
  updated_at: Date
}

type JobTable = {
  branch_id: number
  id: Id
  name: string
  state: Generated<'waiting' | 'running' | 'done' | 'failed' | 'cancelled'>
  done: Generated<number>
  total: number | null
  result: Json | null
  problem: Json | null
  asked_by: Id | null
  asked_at: Date
  cancel_asked_at: Date | null
  started_at: Date | null
  finished_at: Date | null
}

type LossLineTable = {
  branch_id: number
  id: Id
  loss_id: Id
  reason: string
  line: string
  written_by: Id
  written_at: Date
}

type MarketNoteTable = {
  branch_id: number
  id: Id
  customer_id: Id
  seen_on: Day
  kind: 'place' | 'operating' | 'feedback'
  topic: string
  what: string
  touch_id: Id | null
  noted_by: Id
  version: Generated<number>
  removed_at: Date | null
}

type MemberTable = {
  branch_id: number
  id: Id
  customer_id: Id
  kind: 'mobile' | 'landline' | 'broadband' | 'line' | 'card' | 'employee'
  number: string | null
  holder_name: string | null
  user_name: string | null
  product: string | null
  monthly_fee_fen: Fen | null
  main: Generated<boolean>
  status: Generated<'active' | 'silent' | 'stopped' | 'left'>
  contract_until: Day | null
  version: Generated<number>
  removed_at: Date | null
}

type MonthlyPaidTable = {
  branch_id: ColumnType<number | null, never, never>
  customer_id: ColumnType<Id | null, never, never>
  month: ColumnType<number | null, never, never>
  paid_fen: ColumnType<Fen | null, never, never>
}

type OutboxTable = {
  branch_id: number
  id: Id
  job: string
  payload: Json
  created_at: Date
  sent_at: Date | null
}

type OutletEvaluationTable = {
  branch_id: number
  id: Id
  customer_id: Id
  quarter: string
  business: number
  shop: number
  honest: number
  note: string | null
  noted_by: Id
  version: Generated<number>
  removed_at: Date | null
}

type OutletLevelTable = {
  branch_id: number
  month: number
  customer_id: Id
  quantity: number
  brands: number
  average_price_fen: Fen | null
  paid_electronically: number | null
  parts: Json
  score: number
  level: number
}

type OutletOrderTable = {
  branch_id: number
  id: Id
  customer_id: Id
  ordered_on: Day
  delivered_on: Day | null
  product: string
  quantity: number
  amount_fen: Fen | null
  import_id: Id | null
  number: string | null
  paid_electronically: boolean | null
}

type OwnFigureTable = {
  branch_id: number
  staff_id: Id
  month: number
  seen_at: Date
}

type PackTable = {
  id: Id
  about: Json | null
  problems: GeneratedJson
  loaded_at: Date
}

type PackLeftOutTable = {
  branch_id: number
  unit_id: Id
  pack: string
  left_by: Id
  left_at: Date
}

type PackOfferTable = {
  pack: string
  key: string
  definition: Json
  loaded_at: Date
  family: Generated<string>
}

type PitchTable = {
  branch_id: number
  id: Id
  owner_id: Id | null
  product: string
  persona: string
  it_is: string
  suits: string
  after_use: string
  example: string
  changed_by: Id
  changed_at: Date
  removed_at: Date | null
}

type PlaybookTable = {
  hash: string
  key: string
  version: number
  definition: Json
  loaded_at: Date
  pack: string
  from_file: Generated<boolean>
}

type PlaybookChoiceTable = {
  branch_id: number
  key: string
  hash: string | null
  pack: string
  file_hash: string | null
  chosen_by: Id
  chosen_at: Date
}

type PlaybookDraftTable = {
  branch_id: number
  key: string
  body: Json
  clashes: GeneratedJson
  pack: string
  version: Generated<number>
  changed_by: Id
  changed_at: Date
}

type PlaybookEditionTable = {
  branch_id: number
  key: string
  version: number
  hash: string
  pack: string
  published_by: Id
  published_at: Date
}

type PlaybookSkillTable = {
  branch_id: number
  staff_id: Id
  playbook_key: string
  uses: Generated<number>
}

type PointsEntryTable = {
  branch_id: number
  id: Id
  customer_id: Id
  on_day: Day
  kind: 'spend' | 'reward' | 'late'
  points: number | null
  month: number | null
  share: number | null
  gift: 'goods' | 'service' | 'partner' | null
  what: string
  noted_by: Id
  version: Generated<number>
  removed_at: Date | null
}

type PromiseTable = {
  branch_id: number
  id: Id
  customer_id: Id
  to_person_id: Id | null
  touch_id: Id | null
  run_id: Id | null
  what: string
  kind: Generated<string>
  due_at: Date
  provisional: Generated<boolean>
  made_at: Date
  made_by: Id
  owner_id: Id
  state: Generated<'open' | 'kept' | 'broken' | 'withdrawn'>
  settled_at: Date | null
  told_at: Date | null
  history: GeneratedJson
  version: Generated<number>
  playbook_key: string | null
}

type PulseCountTable = {
  branch_id: number
  week: Day
  unit_id: Id
  well: number
  able: number
  answers: number
}

type PulseDoneTable = {
  branch_id: number
  week: Day
  staff_id: Id
}

type RecoveryCodeTable = {
  branch_id: number
  staff_id: Id
  digest: string
  used_at: Date | null
}

type ReportTemplateTable = {
  branch_id: number
  id: Id
  owner_id: Id
  file_name: string
  file: Buffer
  places: Json
  updated_at: Date
}

type RepresentedTable = {
  branch_id: number
  id: Id
  customer_id: Id
  on_day: Day
  what: string
  asked_of: string
  result: 'open' | 'won' | 'partly' | 'not'
  touch_id: Id | null
  noted_by: Id
  noted_at: Date
  version: Generated<number>
}

type RetentionCaseTable = {
  branch_id: number
  id: Id
  customer_id: Id
  stage: 'signalled' | 'dispatched' | 'understanding' | 'offering' | 'settled' | 'following' | 'learning' | 'closed'
  owner_id: Id | null
  signal: 'model' | 'rule' | 'colleague' | 'customer'
  at_risk_fen: Fen | null
  next_kind: string | null
  next_due: Date | null
  lead_kind: 'dispatch' | 'approve' | null
  lead_due: Date | null
  outcome: 'stayed' | 'smaller' | 'left' | null
  opened_at: Date
  changed_at: Date
  version: Generated<number>
}

type RetentionEventTable = {
  branch_id: number
  id: Id
  case_id: Id
  customer_id: Id
  sequence: number
  at: Date
  actor_id: Id
  happening: Json
}

type RetentionGuardTable = {
  branch_id: number
  version: number
  setting: Json
  set_by: Id
  set_at: Date
}

type RetentionOfferingTable = {
  branch_id: number
  case_id: Id
  id: Id
  offer_key: string
  way: 'advantage' | 'care' | 'bundle' | 'fit' | 'addition' | 'service'
  kind: 'person' | 'group' | 'outlet'
  tier: string | null
  sensitivity: 'safety' | 'price' | 'service' | 'brand' | null
  cost_fen: Fen
  given_by: Id | null
  given_at: Date | null
  made: boolean
  stayed: boolean | null
}

type RetentionRuleTable = {
  branch_id: number
  version: number
  value: Json
  set_by: Id
  set_at: Date
}

type ReturnTalkTable = {
  branch_id: number
  id: Id
  loss_id: Id
  touch_id: Id
  on_day: Day
  result: 'unreached' | 'no' | 'later' | 'back'
  ask_again_on: Day | null
  noted_by: Id
  noted_at: Date
}

type RunTable = {
  branch_id: number
  id: Id
  customer_id: Id
  contact_person_id: Id | null
  staff_id: Id
  playbook_hash: string
  direction: 'inbound' | 'outbound'
  occasion: Json | null
  started_at: Date
  finished_at: Date | null
  last_seq: Generated<number>
  channel: Generated<'call' | 'visit' | 'hall' | 'lounge' | 'hotline' | 'message' | 'mail' | 'event'>
  purpose: Generated<'service' | 'care' | 'sales' | 'survey' | 'retention' | 'complaint'>
  override_by: Id | null
  override_reason: string | null
  campaign_id: Id | null
}

type RunEventTable = {
  branch_id: number
  run_id: Id
  id: Id
  seq: number
  at: Date
  received_at: Date
  actor_id: Id
  kind: string
  payload: Json
  late: Generated<boolean>
}

type SavedViewTable = {
  branch_id: number
  id: Id
  owner_id: Id
  screen: string
  name: string
  shared: Generated<boolean>
  definition: Json
}

type ScriptFileTable = {
  pack: string
  kind: 'scripts' | 'texts'
  family: string
  hash: string
  definition: Json
  loaded_at: Date
}

type ScriptLiveTable = {
  branch_id: number
  script: string
  wordings: Json
  set_by: Id
  set_at: Date
}

type ScriptRevisionTable = {
  branch_id: number
  id: Id
  script: string
  version: number
  words: Json
  why: string
  made_by: Id
  made_at: Date
}

type SeatSessionTable = {
  branch_id: number
  session_id: Id
  staff_id: Id
  locked: Generated<boolean>
}

type SecondStepTable = {
  branch_id: number
  staff_id: Id
  sealed_secret: string
  begun_at: Date
  confirmed_at: Date | null
  last_step: Generated<number>
}

type SelfCheckTable = {
  branch_id: number
  id: Id
  staff_id: Id
  checklist: string
  wear: 'all' | 'women' | 'men'
  place: 'leaving' | 'door'
  exceptions: string[]
  done_at: Date
}

type ServiceAuditTable = {
  branch_id: number
  unit_id: Id
  month: number
  entries: Json
  noted_by: Id
  noted_at: Date
  version: Generated<number>
}

type ServiceCaseTable = {
  branch_id: number
  id: Id
  code: string
  customer_id: Id | null
  touch_id: Id | null
  kind: 'request' | 'complaint'
  what: string
  owner_id: Id
  opened_at: Date
  due_at: Date
  answered_at: Date | null
  answer: string | null
  closed_at: Date | null
  felt: string | null
  asked_at: Date | null
  version: Generated<number>
  provisional: Generated<boolean>
  said: string | null
  level: Generated<'general' | 'major' | 'urgent'>
  temperament: 'upset' | 'firm' | 'demanding' | 'heated' | 'prepared' | 'public' | null
  motive: 'comfort' | 'solution' | 'compensation' | null
  steps: GeneratedJson
  early: Json | null
  recovery: GeneratedJson
  ways: Generated<number>
  handings: GeneratedJson
  tries: GeneratedJson
  told: GeneratedJson
  pauses: GeneratedJson
  escalations: GeneratedJson
  reopened: GeneratedJson
  closed_as: 'confirmed' | 'unconfirmed' | null
}

type ServiceChangeTable = {
  branch_id: number
  id: Id
  what: string
  done_on: Day | null
  set_by: Id
  set_at: Date
  version: Generated<number>
}

type ServiceChangeAskerTable = {
  branch_id: number
  change_id: Id
  customer_id: Id
  told_at: Date | null
  told_by: Id | null
  touch_id: Id | null
}

type SightingTable = {
  branch_id: number
  id: Id
  customer_id: Id
  seen_on: Day
  competitor: string | null
  source: string
  what: string
  noted_by: Id
  version: Generated<number>
  removed_at: Date | null
}

type SmallWishTable = {
  branch_id: number
  id: Id
  customer_id: Id
  what: string
  said_on: Day
  done_on: Day | null
  version: Generated<number>
  removed_at: Date | null
}

type StaffTable = {
  branch_id: number
  id: Id
  code: string
  name: string
  name_sort: string
  short_name: string
  roles: ('manager' | 'vip_desk' | 'lead' | 'trainer' | 'admin' | 'collaborator')[]
  unit_id: Id
  seat: string | null
  active: Generated<boolean>
  auth_user_id: Id | null
  pin_hash: string | null
  version: Generated<number>
  work_phone: string | null
}

type StandingTable = {
  branch_id: number
  month: number
  customer_id: Id
  paid12_fen: Fen | null
  months_billed: Generated<number>
  rank: number | null
  top_share: number | null
  tier: string | null
  risk: number | null
  signal_points: number | null
  band: 'low' | 'raised' | 'high' | null
  at_risk_fen: Fen | null
  reasons: GeneratedJson
  model_id: Id | null
  kind: 'person' | 'group' | 'outlet' | null
  state: 'ranked' | 'noBills' | 'tooNew' | 'left' | 'noRule' | null
  value_fen: Fen | null
  snapshot_on: Day | null
}

type StandingMonthTable = {
  branch_id: number
  month: number
  computed_at: Date
  rule_version: number
  stale: Generated<boolean>
  summary: Json
  first_at: Date | null
}

type StrainTable = {
  branch_id: number
  staff_id: Id
  run_id: Id
  level: number
  noted_at: Date
}

type SurveyTable = {
  branch_id: number
  id: Id
  customer_id: Id
  kind: 'expected' | 'contact' | 'satisfied' | 'servqual'
  way: 'message' | 'code' | 'spoken'
  matter: string
  token: string | null
  sent_on: Day
  asked_by: Id
  asked_at: Date
  answered_on: Day | null
  answered_at: Date | null
  withdrawn_at: Date | null
  version: Generated<number>
}

type SurveyAnswerTable = {
  branch_id: number
  id: Id
  survey_id: Id
  customer_id: Id
  matter: string
  asks: 'expected' | 'experienced' | 'satisfied'
  score: number
  on_day: Day
  words: Generated<string>
}

type SurveySheetTable = {
  branch_id: number
  survey_id: Id
  customer_id: Id
  on_day: Day
  expected: Json
  experienced: Json
}

type TaskTable = {
  branch_id: number
  id: Id
  customer_id: Id
  contact_person_id: Id | null
  owner_id: Id
  playbook_key: string
  about_zh: string
  about_en: string
  subject: string | null
  subject_day: Day | null
  subject_place: string | null
  due_on: Day | null
  state: Generated<'waiting' | 'open' | 'done' | 'dropped'>
  run_id: Id | null
  done_run_id: Id | null
  reason: string | null
  set_by: Id
  set_at: Date
  settled_at: Date | null
  version: Generated<number>
  guest_id: Id | null
  campaign_id: Id | null
  survey_id: Id | null
  loss_id: Id | null
}

type ThanksTable = {
  branch_id: number
  id: Id
  customer_id: Id
  words: string
  said_on: Day
  noted_by: Id
  noted_at: Date
}

type ThanksToTable = {
  branch_id: number
  thanks_id: Id
  staff_id: Id
  seen_at: Date | null
}

type TierRuleTable = {
  branch_id: number
  version: number
  definition: Json
  actor_id: Id | null
  since: Date
}

type ToldApartTable = {
  branch_id: number
  one_id: Id
  other_id: Id
  actor_id: Id
  at: Date
}

type TouchTable = {
  branch_id: number
  id: Id
  customer_id: Id
  contact_person_id: Id | null
  staff_id: Id
  run_id: Id | null
  import_id: Id | null
  channel: 'call' | 'visit' | 'hall' | 'lounge' | 'hotline' | 'message' | 'mail' | 'event'
  direction: 'active' | 'passive'
  purpose: 'service' | 'care' | 'sales' | 'survey' | 'retention' | 'complaint'
  outcome: 'reached' | 'no_answer' | 'off' | 'busy' | 'refused' | 'wrong_person' | 'empty_number' | null
  reached: boolean
  at: Date
  minutes: number | null
  said: string | null
  note: string | null
  retry_at: Date | null
  finding_kind: 'opportunity' | 'improvement' | null
  finding: string | null
}

type TouchWordsTable = {
  branch_id: number
  touch_id: Id
  script: string
  wording: string
  version: 'first' | 'familiar' | 'difficult'
  meeting: boolean
  accepted: boolean
}

type UndisturbedTable = {
  branch_id: number
  campaign_id: Id
  customer_id: Id
  uplift: number
  until: Day
  lifted_by: Id | null
  lifted_at: Date | null
  lifted_reason: string | null
}

type UnitTable = {
  branch_id: number
  id: Id
  code: string
  name: string
  parent_id: Id | null
}

type UsageTable = {
  branch_id: number
  customer_id: Id
  month: number
  kind: string
  quantity: number
  import_id: Id | null
}

type WeixiMigrationTable = {
  number: number
  name: string
  checksum: string
  applied_at: Generated<Date>
}

type WelcomeTable = {
  branch_id: number
  customer_id: Id
  month: number
  tier: string
  promoted_on: Day
  bound_on: Day | null
}

type WorklistDecisionTable = {
  branch_id: number
  id: Id
  staff_id: Id
  customer_id: Id
  decision: 'snoozed' | 'done' | 'handed_over'
  reason: string | null
  until: Date | null
  to_id: Id | null
  at: Date
  undone_at: Date | null
  keys: string[]
  note: Generated<string>
  touch_id: Id | null
  told_at: Date | null
  new_due: Json | null
}

export type Tables = {
  absence: AbsenceTable
  access_token: AccessTokenTable
  appointment: AppointmentTable
  attribute_meaning: AttributeMeaningTable
  attribute_snapshot: AttributeSnapshotTable
  audit_event: AuditEventTable
  audit_seal: AuditSealTable
  bearing_sheet: BearingSheetTable
  bill: BillTable
  branch: BranchTable
  branch_offer: BranchOfferTable
  branch_pack: BranchPackTable
  branch_pack_file: BranchPackFileTable
  branch_setting: BranchSettingTable
  calendar_feed: CalendarFeedTable
  campaign: CampaignTable
  campaign_customer: CampaignCustomerTable
  campaign_figures: CampaignFiguresTable
  campaign_seed: CampaignSeedTable
  care_act: CareActTable
  checklist: ChecklistTable
  churn_drift: ChurnDriftTable
  churn_model: ChurnModelTable
  club_event: ClubEventTable
  coach_hit: CoachHitTable
  coach_rule: CoachRuleTable
  coach_rule_edition: CoachRuleEditionTable
  coach_rule_month: CoachRuleMonthTable
  complaint_limit: ComplaintLimitTable
  consent: ConsentTable
  contact_person: ContactPersonTable
  customer: CustomerTable
  customer_key: CustomerKeyTable
  customer_loss: CustomerLossTable
  customer_merge: CustomerMergeTable
  customer_photo: CustomerPhotoTable
  customer_place: CustomerPlaceTable
  departure: DepartureTable
  departure_customer: DepartureCustomerTable
  economics_edit: EconomicsEditTable
  erasure: ErasureTable
  event_guest: EventGuestTable
  expectation: ExpectationTable
  figure_note: FigureNoteTable
  form: FormTable
  form_layout: FormLayoutTable
  form_promise: FormPromiseTable
  frozen_list: FrozenListTable
  frozen_member: FrozenMemberTable
  gift: GiftTable
  grade_border: GradeBorderTable
  gratitude: GratitudeTable
  hand_over: HandOverTable
  held_record: HeldRecordTable
  holding: HoldingTable
  import: ImportTable
  import_effect: ImportEffectTable
  import_reject: ImportRejectTable
  import_template: ImportTemplateTable
  job: JobTable
  loss_line: LossLineTable
  market_note: MarketNoteTable
  member: MemberTable
  monthly_paid: MonthlyPaidTable
  outbox: OutboxTable
  outlet_evaluation: OutletEvaluationTable
  outlet_level: OutletLevelTable
  outlet_order: OutletOrderTable
  own_figure: OwnFigureTable
  pack: PackTable
  pack_left_out: PackLeftOutTable
  pack_offer: PackOfferTable
  pitch: PitchTable
  playbook: PlaybookTable
  playbook_choice: PlaybookChoiceTable
  playbook_draft: PlaybookDraftTable
  playbook_edition: PlaybookEditionTable
  playbook_skill: PlaybookSkillTable
  points_entry: PointsEntryTable
  promise: PromiseTable
  pulse_count: PulseCountTable
  pulse_done: PulseDoneTable
  recovery_code: RecoveryCodeTable
  report_template: ReportTemplateTable
  represented: RepresentedTable
  retention_case: RetentionCaseTable
  retention_event: RetentionEventTable
  retention_guard: RetentionGuardTable
  retention_offering: RetentionOfferingTable
  retention_rule: RetentionRuleTable
  return_talk: ReturnTalkTable
  run: RunTable
  run_event: RunEventTable
  saved_view: SavedViewTable
  script_file: ScriptFileTable
  script_live: ScriptLiveTable
  script_revision: ScriptRevisionTable
  seat_session: SeatSessionTable
  second_step: SecondStepTable
  self_check: SelfCheckTable
  service_audit: ServiceAuditTable
  service_case: ServiceCaseTable
  service_change: ServiceChangeTable
  service_change_asker: ServiceChangeAskerTable
  sighting: SightingTable
  small_wish: SmallWishTable
  staff: StaffTable
  standing: StandingTable
  standing_month: StandingMonthTable
  strain: StrainTable
  survey: SurveyTable
  survey_answer: SurveyAnswerTable
  survey_sheet: SurveySheetTable
  task: TaskTable
  thanks: ThanksTable
  thanks_to: ThanksToTable
  tier_rule: TierRuleTable
  told_apart: ToldApartTable
  touch: TouchTable
  touch_words: TouchWordsTable
  undisturbed: UndisturbedTable
  unit: UnitTable
  usage: UsageTable
  weixi_migration: WeixiMigrationTable
  welcome: WelcomeTable
  worklist_decision: WorklistDecisionTable
}
