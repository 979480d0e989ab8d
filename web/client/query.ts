import { useCallback } from 'react'
import {
  keepPreviousData,
  MutationCache,
  QueryCache,
  QueryClient,
  useInfiniteQuery,
  useMutation,
  useQuery,
  useQueryClient,
  type UseMutationResult,
  type UseQueryResult,
} from '@tanstack/react-query'
import type { Contract, ContractKey } from '#api/contract.ts'
import type { Reply, Request } from '#api/endpoint.ts'
import { Refused, send } from './send.ts'

export type ReadKey = Extract<ContractKey, `GET ${string}`>
export type WriteKey = Exclude<ContractKey, ReadKey>

const isTemporary = (error: unknown): boolean => error instanceof Refused && (error.status === 0 || error.status >= 500)

const isLocked = (error: unknown): boolean => error instanceof Refused && error.status === 423

/** A refusal not of what was asked but of who asks: nobody, a locked seat, or somebody else by now. */
const isOfSeat = ({ status, reply }: Refused): boolean =>
  status === 401 || status === 423 || reply.code === 'session.another'

/** Unlocking asks every read again at once, so a read that met the lock may wait long. */
const WAIT_LOCKED_MS = 60_000

/**
 * One cache for one seat. A read that meets the lock keeps what it showed and waits, so that what somebody was writing
 * survives; any refusal of the seat itself makes the shell look again at who sits here.
 */
export const newQueryClient = (): QueryClient => {
  const lookAtSeat = (error: unknown): void => {
    const refused = error instanceof Refused && isOfSeat(error)
    const known = client.getQueryData<{ locked: boolean }>(['GET /api/session', {}])
    if (refused && known && !known.locked) void client.invalidateQueries({ queryKey: ['GET /api/session'] })
  }
  const client = new QueryClient({
    queryCache: new QueryCache({ onError: lookAtSeat }),
    mutationCache: new MutationCache({ onError: lookAtSeat }),
    defaultOptions: {
      queries: {
        // The browser's word on the network is no reason not to ask: Weixi may run on this very computer.
        networkMode: 'always',
        refetchOnReconnect: true,
        staleTime: 15_000,
        retry: (count, error) => {
          if (!isLocked(error)) return count < 2 && isTemporary(error)
          lookAtSeat(error)
          return true
        },
        retryDelay: (count, error) => (isLocked(error) ? WAIT_LOCKED_MS : Math.min(1000 * 2 ** count, 30_000)),
      },
      mutations: { networkMode: 'always' },
    },
  })
  return client
}

type ReadOptions = {
  enabled?: boolean
  /** Keep showing the last answer while the next one loads. */ keep?: boolean
  every?: number
  /** The answer changes with the program only: asked for once a page, also after writes. */
  lasting?: boolean
}

/** Reads an endpoint; the same request anywhere on the page is one request. */
export const useRead = <K extends ReadKey>(
  key: K,
  request: Request<Contract[K]>,
  options: ReadOptions = {},
): UseQueryResult<Reply<Contract[K]>, Refused> =>
  useQuery<Reply<Contract[K]>, Refused>({
    queryKey: [key, request],
    queryFn: ({ signal }) => send(key, request, signal),
    enabled: options.enabled ?? true,
    ...(options.keep ? { placeholderData: keepPreviousData } : {}),
    ...(options.lasting ? { staleTime: 'static' as const, gcTime: Number.POSITIVE_INFINITY } : {}),
    ...(options.every ? { refetchInterval: options.every } : {}),
  })

/** Reads a keyset list page by page; `next` of a page is the cursor of the following one. */
export const useReadPages = <K extends ReadKey>(key: K, request: Request<Contract[K]>) =>
  useInfiniteQuery({
    queryKey: [key, 'pages', request],
    queryFn: ({ pageParam, signal }) => send(key, withCursor(request, pageParam), signal),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => (page as { next: string | null }).next,
    placeholderData: keepPreviousData,
  })

const withCursor = <R>(request: R, cursor: string | null): R => {
  const { query } = request as { query?: Record<string, unknown> }
  return { ...request, query: { ...query, ...(cursor ? { cursor } : {}) } }
}

type AfterWrite<T> = { onSuccess?: (reply: T) => void; onError?: (refused: Refused) => void }

export type Write<K extends WriteKey> = Pick<
  UseMutationResult<Reply<Contract[K]>, Refused, Request<Contract[K]>>,
  'isPending' | 'isError' | 'isSuccess' | 'error' | 'data' | 'variables' | 'reset' | 'mutateAsync'
> & { mutate: (request: Request<Contract[K]>, after?: AfterWrite<Reply<Contract[K]>>) => void }

/**
 * Writes to an endpoint. Whatever was written, every figure on the page may have moved: all reads are asked again. What is
 * to follow a write follows even when the write took the asking part off the screen.
 */
export const useWrite = <K extends WriteKey>(key: K): Write<K> => {
  const client = useQueryClient()
  const write = useMutation<Reply<Contract[K]>, Refused, Request<Contract[K]>>({
    mutationFn: (request) => send(key, request),
    onSuccess: () => client.invalidateQueries(),
  })
  const { mutateAsync } = write
  const mutate = useCallback<Write<K>['mutate']>(
    (request, after = {}) =>
      void mutateAsync(request).then(after.onSuccess, (refused: Refused) => after.onError?.(refused)),
    [mutateAsync],
  )
  return { ...write, mutate }
}

/** Asks every read again: after somebody else was found to have changed what is shown. */
export const useRefresh = (): (() => Promise<void>) => {
  const client = useQueryClient()
  return () => client.invalidateQueries()
}
