import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Outlet,
  type RouteComponent,
} from '@tanstack/react-router'
import { SignedIn } from './signed-in.tsx'

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
const page = <const Path extends string>(path: Path, component: RouteComponent) =>
  createRoute({
    getParentRoute: () => signedIn,
    path,
    validateSearch: (search: Record<string, unknown>): Record<string, unknown> => search,
    component,
  })

const pages = signedIn.addChildren([
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
