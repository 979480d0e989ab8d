import { Outlet, useRouter } from '@tanstack/react-router'
import { RouterProvider } from 'react-aria-components'

/** Links and menu entries of the kit go where the router takes them, without loading the page anew. */
export function Root() {
  const router = useRouter()
  return (
    <RouterProvider navigate={(href) => void router.navigate({ href })}>
      <Outlet />
    </RouterProvider>
  )
}
