import type { QueryClient, QueryKey } from '@tanstack/react-query'

/**
 * Puts an answer where the pages look for it, for as long as the page lives: without a network nothing could bring it back once it was
 * tidied away. `at` is when it was true, in milliseconds of this device's clock; now, unless given.
 */
export const remember = (client: QueryClient, queryKey: QueryKey, data: unknown, at?: number): void => {
  client.getQueryCache().build(client, { queryKey, gcTime: Number.POSITIVE_INFINITY })
  client.setQueryData(queryKey, data, at === undefined ? {} : { updatedAt: at })
}
