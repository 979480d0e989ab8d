import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  type RouteComponent,
} from '@tanstack/react-router'
import type { CaseFilter } from '#web/case/case-screen.tsx'
import { type ExpectationFilter, expectationShows } from '#web/expectation/expectation-line.ts'
import { arms, campaignShows, type CampaignFilter, type CampaignsFilter } from '#web/campaign/campaign-types.ts'
import { type EventFilter, type EventsFilter, guestShows } from '#web/event/event-types.ts'
import type { AuditFilter } from '#web/audit/audit-filters.tsx'
import type { LossFilter } from '#web/loss/loss-words.ts'
import { type FormAbout, type FormFilter, formShows } from '#web/form/form-types.ts'
import {
  type RetentionFilter,
  retentionShows,
  retentionViews,
  type RulesAddress,
} from '#web/retention/retention-address.ts'
import { type PromiseFilter, promiseShows } from '#web/touch/promise-line.ts'
import { isMonth } from '#domain/kernel/day.ts'
import { type CoachAddress, coachTabs } from '#web/coach/address.ts'
import { scriptRoles } from '#domain/script/moment.ts'
import { recordKinds, type SatisfactionFilter, satisfactionTabs } from '#web/satisfaction/address.ts'
import { type ScriptAddress, scriptTabs } from '#web/script/address.ts'
import { type CalendarAddress, calendarViews } from '#web/schedule/calendar-line.ts'
import { type EconomicsAddress, economicsTabs } from './economics-address.ts'
import type { RoundAddress } from './pages/round-page.tsx'
import { NoSuchPage } from './no-such-page.tsx'
import { PageFailed } from './page-failed.tsx'
import { loadOwnWords } from './preferences.ts'
import { Root } from './root.tsx'
import { SignedIn } from './signed-in.tsx'

/** A screen whose code comes when it is first opened, and that shows once all its words are there too. */
const later = <Screens extends Record<string, RouteComponent>>(
  load: () => Promise<Screens>,
  screen: keyof Screens & string,
) =>
  lazyRouteComponent(async () => {
    const screens = await load()
    await loadOwnWords()
    return screens
  }, screen)

const root = createRootRoute({ component: Root })

const signIn = createRoute({
  getParentRoute: () => root,
  path: '/sign-in',
  validateSearch: (search: Record<string, unknown>): { from?: string } =>
    typeof search.from === 'string' ? { from: search.from } : {},
  component: later(() => import('./pages/sign-in-page.tsx'), 'SignInPage'),
})

const phone = createRoute({
  getParentRoute: () => root,
  path: '/phone',
  component: later(() => import('./pages/phone-page.tsx'), 'PhonePage'),
})

const survey = createRoute({
  getParentRoute: () => root,
  path: '/s/$token',
  component: later(() => import('./pages/survey-page.tsx'), 'SurveyPage'),
})

const gallery = createRoute({
  getParentRoute: () => root,
  path: '/ui',
  component: later(() => import('./gallery/gallery.tsx'), 'Gallery'),
})

const gallerySample = createRoute({
  getParentRoute: () => root,
  path: '/ui/today',
  component: later(() => import('./gallery/today-sample.tsx'), 'TodaySample'),
})

/** Everything behind sign-in: the shell stays, the page changes. */
const signedIn = createRoute({ getParentRoute: () => root, id: 'signed-in', component: SignedIn })

type Typed = Record<string, unknown>

/** A page behind sign-in; what its address carries after the `?` is its filters. */
const page = <
  const Path extends string,
  Screens extends Record<string, RouteComponent>,
  Search extends Record<string, unknown> = Typed,
>(
  path: Path,
  load: () => Promise<Screens>,
  screen: keyof Screens & string,
  validateSearch: (search: Typed) => Search = (search) => search as Search,
) => createRoute({ getParentRoute: () => signedIn, path, validateSearch, component: later(load, screen) })

/** What stands in the address is anybody's typing: only known values are taken. */
const oneOf = <T extends string>(known: readonly T[], value: unknown): T | undefined =>
  known.find((one) => one === value)
const textOf = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined)

const dayOf = (value: unknown): string | undefined =>
  /^\d{4}-\d{2}-\d{2}$/.test(String(value)) ? textOf(value) : undefined

const monthOf = (value: unknown): string | undefined => (isMonth(String(value)) ? textOf(value) : undefined)

const promiseFilter = (search: Typed): PromiseFilter => ({
  show: oneOf(promiseShows, search.show),
  whose: oneOf(['own', 'all'], search.whose),
  q: textOf(search.q),
})
const expectationFilter = (search: Typed): ExpectationFilter => ({
  show: oneOf(expectationShows, search.show),
  whose: oneOf(['own', 'all'], search.whose),
  q: textOf(search.q),
})
const caseFilter = (search: Typed): CaseFilter => ({
  show: oneOf(['open', 'escalated', 'unasked', 'closed', 'all'], search.show),
  whose: oneOf(['own', 'all'], search.whose),
})

const retentionFilter = (search: Typed): RetentionFilter => ({
  show: oneOf(retentionShows, search.show),
  whose: oneOf(['own', 'all'], search.whose),
  view: oneOf(retentionViews, search.view),
})
const rulesAddress = (search: Typed): RulesAddress => ({ of: oneOf(['offers', 'rules'], search.of) })

const practiceAddress = (search: Typed): { for?: string } => {
  const listener = textOf(search.for)
  return listener === undefined ? {} : { for: listener }
}
const standardFilter = (search: Typed): { show?: string; month?: string; unit?: string } => {
  const [show, month, unit] = [textOf(search.show), textOf(search.month), textOf(search.unit)]
  return { ...(show ? { show } : {}), ...(month ? { month } : {}), ...(unit ? { unit } : {}) }
}
const auditFilter = (search: Typed): AuditFilter => ({
  by: textOf(search.by),
  customerId: textOf(search.customerId),
  about: textOf(search.about),
  from: dayOf(search.from),
  until: dayOf(search.until),
})
const calendarAddress = (search: Typed): CalendarAddress => ({
  view: oneOf(calendarViews, search.view),
  day: dayOf(search.day),
  whose: oneOf(['own', 'all'], search.whose),
  id: textOf(search.id),
})

const scriptAddress = (search: Typed): ScriptAddress => ({
  of: oneOf(scriptTabs, search.of),
  key: textOf(search.key),
  customer: textOf(search.customer),
  role: oneOf(scriptRoles, search.role),
  q: textOf(search.q),
})
const coachAddress = (search: Typed): CoachAddress => ({
  of: oneOf(coachTabs, search.of),
  q: textOf(search.q),
  in: oneOf(['zh', 'en'], search.in),
})
const bearingAddress = (search: Typed): { at?: 'door' } => (search.at === 'door' ? { at: 'door' } : {})
const roundAddress = (search: Typed): RoundAddress => ({
  day: dayOf(search.day),
  shop: textOf(search.shop),
})
const formFilter = (search: Typed): FormFilter => ({
  show: oneOf(formShows, search.show),
  key: textOf(search.key),
  customer: textOf(search.customer),
})
const lossFilter = (search: Typed): LossFilter => ({
  month: monthOf(search.month),
  show: oneOf(['all'], search.show),
})
const economicsAddress = (search: Typed): EconomicsAddress => ({
  tab: oneOf(economicsTabs, search.tab),
  from: monthOf(search.from),
  to: monthOf(search.to),
  kind: oneOf(['person', 'group', 'outlet'], search.kind),
  unit: textOf(search.unit),
})
const eventsFilter = (search: Typed): EventsFilter => ({ show: oneOf(['ahead', 'past'], search.show) })
const eventFilter = (search: Typed): EventFilter => ({ show: oneOf(guestShows, search.show) })
const campaignsFilter = (search: Typed): CampaignsFilter => ({ show: oneOf(campaignShows, search.show) })
const campaignFilter = (search: Typed): CampaignFilter => ({ arm: oneOf(arms, search.arm) })
const satisfactionFilter = (search: Typed): SatisfactionFilter => ({
  show: oneOf(satisfactionTabs, search.show),
  of: oneOf(recordKinds, search.of),
  value: typeof search.value === 'number' ? `${search.value}` : textOf(search.value),
})
const formAbout = (search: Typed): FormAbout => ({
  form: textOf(search.form),
  customer: textOf(search.customer),
  person: textOf(search.person),
  run: textOf(search.run),
  case: textOf(search.case),
  after: textOf(search.after),
})

const pages = signedIn.addChildren([
  page('/', () => import('./pages/home-page.tsx'), 'HomePage'),
  page('/customers', () => import('./pages/customers-page.tsx'), 'CustomersPage'),
  page('/customers/new', () => import('./pages/new-customer-page.tsx'), 'NewCustomerPage'),
  page('/customers/duplicates', () => import('./pages/duplicates-page.tsx'), 'DuplicatesPage'),
  page('/customers/market', () => import('./pages/market-page.tsx'), 'MarketPage'),
  page('/customers/$id', () => import('./pages/customer-page.tsx'), 'CustomerPage'),
  page('/customers/$id/personal', () => import('./pages/personal-page.tsx'), 'PersonalPage'),
  page('/handovers', () => import('./pages/hand-overs-page.tsx'), 'HandOversPage'),
  page('/contact', () => import('./pages/contact-page.tsx'), 'ContactPage'),
  page('/contact/$runId', () => import('./pages/run-page.tsx'), 'RunPage'),
  page('/calendar', () => import('./pages/calendar-page.tsx'), 'CalendarPage', calendarAddress),
  page('/round', () => import('./pages/round-page.tsx'), 'RoundPage', roundAddress),
  page('/field', () => import('./pages/field-page.tsx'), 'FieldPage'),
  page('/promises', () => import('./pages/promises-page.tsx'), 'PromisesPage', promiseFilter),
  page('/expectations', () => import('./pages/expectations-page.tsx'), 'ExpectationsPage', expectationFilter),
  page('/cases', () => import('./pages/cases-page.tsx'), 'CasesPage', caseFilter),
  page('/cases/$id', () => import('./pages/case-page.tsx'), 'CasePage'),
  page('/retention', () => import('./pages/retention-page.tsx'), 'RetentionPage', retentionFilter),
  page('/retention/$id', () => import('./pages/retention-case-page.tsx'), 'RetentionCasePage'),
  page('/retention-rules', () => import('./pages/retention-rules-page.tsx'), 'RetentionRulesPage', rulesAddress),
  page('/coach', () => import('./pages/coach-page.tsx'), 'CoachPage', coachAddress),
  page('/satisfaction', () => import('./pages/satisfaction-page.tsx'), 'SatisfactionPage', satisfactionFilter),
  page('/scripts', () => import('./pages/scripts-page.tsx'), 'ScriptsPage', scriptAddress),
  page('/departures', () => import('./pages/departures-page.tsx'), 'DeparturesPage'),
  page('/departures/$id', () => import('./pages/departure-page.tsx'), 'DeparturePage'),
  page('/losses', () => import('./pages/losses-page.tsx'), 'LossesPage', lossFilter),
  page('/campaigns', () => import('./pages/campaigns-page.tsx'), 'CampaignsPage', campaignsFilter),
  page('/campaigns/$id', () => import('./pages/campaign-page.tsx'), 'CampaignPage', campaignFilter),
  page('/retention-guard', () => import('./pages/retention-guard-page.tsx'), 'RetentionGuardPage'),
  page('/events', () => import('./pages/events-page.tsx'), 'EventsPage', eventsFilter),
  page('/events/$id', () => import('./pages/event-page.tsx'), 'EventPage', eventFilter),
  page('/forms', () => import('./pages/forms-page.tsx'), 'FormsPage', formFilter),
  page('/forms/new', () => import('./pages/new-form-page.tsx'), 'NewFormPage', formAbout),
  page('/forms/$id', () => import('./pages/form-page.tsx'), 'FormPage'),
  page('/talks', () => import('./pages/talks-page.tsx'), 'TalksPage'),
  page('/practice', () => import('./pages/practice-page.tsx'), 'PracticePage', practiceAddress),
  page('/value', () => import('./pages/value-page.tsx'), 'ValuePage'),
  page('/economics', () => import('./pages/economics-page.tsx'), 'EconomicsPage', economicsAddress),
  page('/warning', () => import('./pages/warning-page.tsx'), 'WarningPage'),
  page('/team', () => import('./pages/team-page.tsx'), 'TeamPage'),
  page('/team/records', () => import('./pages/team-records-page.tsx'), 'TeamRecordsPage'),
  page('/standards', () => import('./pages/standards-page.tsx'), 'StandardsPage', standardFilter),
  page('/bearing', () => import('./pages/bearing-page.tsx'), 'BearingPage', bearingAddress),
  page('/playbooks', () => import('./pages/playbooks-page.tsx'), 'PlaybooksPage'),
  page('/playbooks/$id', () => import('./pages/playbook-page.tsx'), 'PlaybookPage'),
  page('/me/figures', () => import('./pages/own-figures-page.tsx'), 'OwnFiguresPage'),
  page('/me/week', () => import('./pages/week-page.tsx'), 'WeekPage'),
  page('/me/records', () => import('./pages/own-records-page.tsx'), 'OwnRecordsPage'),
  page('/imports', () => import('./pages/imports-page.tsx'), 'ImportsPage'),
  page('/imports/$id', () => import('./pages/import-page.tsx'), 'ImportPage'),
  page('/absences', () => import('./pages/absences-page.tsx'), 'AbsencesPage'),
  page('/audit', () => import('./pages/audit-page.tsx'), 'AuditPage', auditFilter),
  page('/people', () => import('./pages/people-page.tsx'), 'PeoplePage'),
  page('/settings', () => import('./pages/settings-page.tsx'), 'SettingsPage'),
  createRoute({ getParentRoute: () => signedIn, path: '$', component: NoSuchPage }),
])

const routeTree = root.addChildren([signIn, phone, survey, gallery, gallerySample, pages])

export const router = createRouter({
  routeTree,
  defaultPreload: 'intent',
  scrollRestoration: true,
  defaultErrorComponent: PageFailed,
})

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router
  }
  interface HistoryState {
    /** A chat pasted on a customer's page, to be looked back at; it stands in no address. */
    talk?: { text: string; customerId: string }
  }
}
