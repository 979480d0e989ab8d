import { Hono } from 'hono'

/** Gives the public half of the office's root, in the type at which phones offer to install it. */
export const rootRoute = (root: string): Hono =>
  new Hono().get(
    '/weixi-root.crt',
    () =>
      new Response(root, { headers: { 'content-type': 'application/x-x509-ca-cert', 'cache-control': 'no-store' } }),
  )
