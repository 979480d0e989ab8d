import { createRootRoute, createRoute, createRouter, lazyRouteComponent, Outlet } from '@tanstack/react-router'
import type { CaseFilter } from '#web/case/case-screen.tsx'
import { type ExpectationFilter, expectationShows } from '#web/expectation/expectation-line.ts'
import { type PromiseFilter, promiseShows } from '#web/touch/promise-line.ts'
import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  type RouteComponent,
} from '@tanstack/react-router'
import { Root } from './root.tsx'
import { SignedIn } from './signed-in.tsx'

/** What stands in the address is anybody's typing: only known values are taken. */
const oneOf = <T extends string>(known: readonly T[], value: unknown): T | undefined =>
  known.find((one) => one === value)
const textOf = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined)

const root = createRootRoute({ component: Outlet })
const root = createRootRoute({ component: Root })
import { WithLinks } from './links.tsx'
import { SignedIn } from './signed-in.tsx'

const root = createRootRoute({ component: WithLinks })

const signIn = createRoute({
  getParentRoute: () => root,
  path: '/sign-in',
  validateSearch: (search: Record<string, unknown>): { from?: string } =>
    typeof search.from === 'string' ? { from: search.from } : {},
  component: lazyRouteComponent(() => import('./pages/sign-in-page.tsx'), 'SignInPage'),
})

const phone = createRoute({
  getParentRoute: () => root,
  path: '/phone',
  component: lazyRouteComponent(() => import('./pages/phone-page.tsx'), 'PhonePage'),
})

const gallery = createRoute({
  getParentRoute: () => root,
  path: '/ui',
  component: lazyRouteComponent(() => import('./gallery/gallery.tsx'), 'Gallery'),
})

const gallerySample = createRoute({
  getParentRoute: () => root,
  path: '/ui/today',
  component: lazyRouteComponent(() => import('./gallery/today-sample.tsx'), 'TodaySample'),
})

/** Everything behind sign-in: the shell stays, the page changes. */
const signedIn = createRoute({ getParentRoute: () => root, id: 'signed-in', component: SignedIn })

/** A page behind sign-in; what its address carries after the `?` is its filters. */
const page = <const Path extends string, Screens extends Record<string, RouteComponent>>(
  path: Path,
  load: () => Promise<Screens>,
  screen: keyof Screens & string,
) =>
  createRoute({
    getParentRoute: () => signedIn,
    path,
    validateSearch: (search: Record<string, unknown>): Record<string, unknown> => search,
    component: lazyRouteComponent(load, screen),
  })

const customer = createRoute({
  getParentRoute: () => signedIn,
  path: '/customers/$id',
  component: lazyRouteComponent(() => import('./pages/customer-page.tsx'), 'CustomerPage'),
})

const contact = createRoute({
  getParentRoute: () => signedIn,
  path: '/contact',
  component: lazyRouteComponent(() => import('./pages/contact-page.tsx'), 'ContactPage'),
})

const run = createRoute({
  getParentRoute: () => signedIn,
  path: '/contact/$runId',
  component: lazyRouteComponent(() => import('./pages/run-page.tsx'), 'RunPage'),
})

const promises = createRoute({
  getParentRoute: () => signedIn,
  path: '/promises',
  validateSearch: (search: Record<string, unknown>): PromiseFilter => ({
    show: oneOf(promiseShows, search.show),
    whose: oneOf(['own', 'all'], search.whose),
    q: textOf(search.q),
  }),
  component: lazyRouteComponent(() => import('./pages/promises-page.tsx'), 'PromisesPage'),
})

const expectations = createRoute({
  getParentRoute: () => signedIn,
  path: '/expectations',
  validateSearch: (search: Record<string, unknown>): ExpectationFilter => ({
    show: oneOf(expectationShows, search.show),
    whose: oneOf(['own', 'all'], search.whose),
    q: textOf(search.q),
  }),
  component: lazyRouteComponent(() => import('./pages/expectations-page.tsx'), 'ExpectationsPage'),
})

const cases = createRoute({
  getParentRoute: () => signedIn,
  path: '/cases',
  validateSearch: (search: Record<string, unknown>): CaseFilter => ({
    show: oneOf(['open', 'unasked', 'closed', 'all'], search.show),
    whose: oneOf(['own', 'all'], search.whose),
  }),
  component: lazyRouteComponent(() => import('./pages/cases-page.tsx'), 'CasesPage'),
})

const routeTree = root.addChildren([
  signIn,
  phone,
  gallery,
  gallerySample,
  signedIn.addChildren([customers, customer, contact, run, promises, expectations, cases]),
const pages = signedIn.addChildren([
  page('/', () => import('./pages/home-page.tsx'), 'HomePage'),
  page('/customers', () => import('./pages/customers-page.tsx'), 'CustomersPage'),
  page('/customers/new', () => import('./pages/new-customer-page.tsx'), 'NewCustomerPage'),
  page('/customers/duplicates', () => import('./pages/duplicates-page.tsx'), 'DuplicatesPage'),
  page('/customers/$id', () => import('./pages/customer-page.tsx'), 'CustomerPage'),
  page('/contact', () => import('./pages/contact-page.tsx'), 'ContactPage'),
  page('/contact/$runId', () => import('./pages/run-page.tsx'), 'RunPage'),
  page('/absences', () => import('./pages/absences-page.tsx'), 'AbsencesPage'),
  page('/imports', () => import('./pages/imports-page.tsx'), 'ImportsPage'),
  page('/imports/$id', () => import('./pages/import-page.tsx'), 'ImportPage'),
  page('/people', () => import('./pages/people-page.tsx'), 'PeoplePage'),
  page('/settings', () => import('./pages/settings-page.tsx'), 'SettingsPage'),
  page('/team', () => import('./pages/team-page.tsx'), 'TeamPage'),
  page('/team/records', () => import('./pages/team-records-page.tsx'), 'TeamRecordsPage'),
  page('/me/figures', () => import('./pages/own-figures-page.tsx'), 'OwnFiguresPage'),
  page('/me/records', () => import('./pages/own-records-page.tsx'), 'OwnRecordsPage'),
  page(
    '/customers',
    lazyRouteComponent(() => import('./pages/customers-page.tsx'), 'CustomersPage'),
  ),
  page(
    '/customers/$id',
    lazyRouteComponent(() => import('./pages/customer-page.tsx'), 'CustomerPage'),
  ),
  page(
    '/contact',
    lazyRouteComponent(() => import('./pages/contact-page.tsx'), 'ContactPage'),
  ),
  page(
    '/contact/$runId',
    lazyRouteComponent(() => import('./pages/run-page.tsx'), 'RunPage'),
  ),
  page(
    '/value',
    lazyRouteComponent(() => import('./pages/value-page.tsx'), 'ValuePage'),
  ),
  page(
    '/warning',
    lazyRouteComponent(() => import('./pages/warning-page.tsx'), 'WarningPage'),
  ),
  page(
    '/absences',
    lazyRouteComponent(() => import('./pages/absences-page.tsx'), 'AbsencesPage'),
  ),
  page(
    '/people',
    lazyRouteComponent(() => import('./pages/people-page.tsx'), 'PeoplePage'),
  ),
  page(
    '/settings',
    lazyRouteComponent(() => import('./pages/settings-page.tsx'), 'SettingsPage'),
  ),
])

const routeTree = root.addChildren([signIn, phone, gallery, gallerySample, pages])

export const router = createRouter({ routeTree, defaultPreload: 'intent', scrollRestoration: true })

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router
  }
}
