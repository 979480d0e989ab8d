import { Outlet, useRouter } from '@tanstack/react-router'
import { RouterProvider } from 'react-aria-components'

/** Gives the router to every link of the kit, so that going somewhere keeps the page, its reads and its keys alive. */
export function WithLinks() {
  const router = useRouter()
  return (
    <RouterProvider navigate={(href) => void router.navigate({ href })}>
      <Outlet />
    </RouterProvider>
  )
}
