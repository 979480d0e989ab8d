import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  type RouteComponent,
} from '@tanstack/react-router'
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

const pages = signedIn.addChildren([
  page('/', () => import('./pages/home-page.tsx'), 'HomePage'),
  page('/customers', () => import('./pages/customers-page.tsx'), 'CustomersPage'),
  page('/customers/$id', () => import('./pages/customer-page.tsx'), 'CustomerPage'),
  page('/contact', () => import('./pages/contact-page.tsx'), 'ContactPage'),
  page('/contact/$runId', () => import('./pages/run-page.tsx'), 'RunPage'),
  page('/absences', () => import('./pages/absences-page.tsx'), 'AbsencesPage'),
  page('/people', () => import('./pages/people-page.tsx'), 'PeoplePage'),
  page('/settings', () => import('./pages/settings-page.tsx'), 'SettingsPage'),
  page('/team', () => import('./pages/team-page.tsx'), 'TeamPage'),
  page('/team/records', () => import('./pages/team-records-page.tsx'), 'TeamRecordsPage'),
  page('/me/figures', () => import('./pages/own-figures-page.tsx'), 'OwnFiguresPage'),
  page('/me/records', () => import('./pages/own-records-page.tsx'), 'OwnRecordsPage'),
])

const routeTree = root.addChildren([signIn, phone, gallery, gallerySample, pages])

export const router = createRouter({ routeTree, defaultPreload: 'intent', scrollRestoration: true })

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router
  }
}
