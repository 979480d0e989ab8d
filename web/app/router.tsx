import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Outlet,
  type RouteComponent,
} from '@tanstack/react-router'
import type { CaseFilter } from '#web/case/case-screen.tsx'
import { type ExpectationFilter, expectationShows } from '#web/expectation/expectation-line.ts'
import { type PromiseFilter, promiseShows } from '#web/touch/promise-line.ts'
import { SignedIn } from './signed-in.tsx'

/** What stands in the address is anybody's typing: only known values are taken. */
const oneOf = <T extends string>(known: readonly T[], value: unknown): T | undefined =>
  known.find((one) => one === value)
const textOf = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined)

const root = createRootRoute({ component: Outlet })

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

const pages = signedIn.addChildren([
  page('/', () => import('./pages/home-page.tsx'), 'HomePage'),
  page('/customers', () => import('./pages/customers-page.tsx'), 'CustomersPage'),
  page('/customers/$id', () => import('./pages/customer-page.tsx'), 'CustomerPage'),
  page('/contact', () => import('./pages/contact-page.tsx'), 'ContactPage'),
  page('/contact/$runId', () => import('./pages/run-page.tsx'), 'RunPage'),
  promises,
  expectations,
  cases,
  page('/absences', () => import('./pages/absences-page.tsx'), 'AbsencesPage'),
  page('/people', () => import('./pages/people-page.tsx'), 'PeoplePage'),
  page('/settings', () => import('./pages/settings-page.tsx'), 'SettingsPage'),
])

const routeTree = root.addChildren([signIn, phone, gallery, gallerySample, pages])

export const router = createRouter({ routeTree, defaultPreload: 'intent', scrollRestoration: true })

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router
  }
}
