import { createRootRoute, createRoute, createRouter, lazyRouteComponent, Outlet } from '@tanstack/react-router'
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

const customers = createRoute({
  getParentRoute: () => signedIn,
  path: '/customers',
  validateSearch: (search: Record<string, unknown>): Record<string, unknown> => search,
  component: lazyRouteComponent(() => import('./pages/customers-page.tsx'), 'CustomersPage'),
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
const people = createRoute({
  getParentRoute: () => signedIn,
  path: '/people',
  component: lazyRouteComponent(() => import('./pages/people-page.tsx'), 'PeoplePage'),
})

const absences = createRoute({
  getParentRoute: () => signedIn,
  path: '/absences',
  component: lazyRouteComponent(() => import('./pages/absences-page.tsx'), 'AbsencesPage'),
})

const settings = createRoute({
  getParentRoute: () => signedIn,
  path: '/settings',
  component: lazyRouteComponent(() => import('./pages/settings-page.tsx'), 'SettingsPage'),
})

const routeTree = root.addChildren([
  signIn,
  phone,
  gallery,
  gallerySample,
  signedIn.addChildren([customers, customer, contact, run]),
  signedIn.addChildren([customers, customer, absences, people, settings]),
])

export const router = createRouter({ routeTree, defaultPreload: 'intent', scrollRestoration: true })

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router
  }
}
