import type { Contract, ContractKey } from '#api/contract.ts'
import type { Reply, Request } from '#api/endpoint.ts'
import type { ErrorReply } from '#api/errors.ts'
import type { SEAT_HEADER } from '#api/seat.ts'
import { sitting } from './seat.ts'

/** A reply that says no, with its code and reasons; `status` 0 means the server could not be reached. */
export class Refused extends Error {
  readonly status: number
  readonly reply: ErrorReply

  constructor(status: number, reply: ErrorReply) {
    super(reply.code)
    this.status = status
    this.reply = reply
  }
}

type AnyRequest = { params?: Record<string, string>; query?: Record<string, unknown>; body?: unknown }

/** Calls one endpoint of the contract. Throws `Refused` for anything but success. */
export const send = async <K extends ContractKey>(
  key: K,
  request: Request<Contract[K]>,
  signal?: AbortSignal,
): Promise<Reply<Contract[K]>> => {
  const response = await fetchEndpoint(key, request as AnyRequest, signal)
  if (response.status === 204) return undefined as Reply<Contract[K]>
  return (await response.json()) as Reply<Contract[K]>
}

/** Calls an endpoint that answers with a file, and saves it under the name the server gave. */
export const download = async <K extends ContractKey>(key: K, request: Request<Contract[K]>): Promise<void> => {
  const response = await fetchEndpoint(key, request as AnyRequest)
  const name = /filename\*=UTF-8''([^;]+)/.exec(response.headers.get('content-disposition') ?? '')?.[1] ?? 'weixi'
  const link = document.createElement('a')
  link.href = URL.createObjectURL(await response.blob())
  link.download = decodeURIComponent(name)
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000)
}

/** Calls an endpoint that answers with a file, for showing it on this very page: the request says whose page it is. */
export const fetchFile = async <K extends ContractKey>(
  key: K,
  request: Request<Contract[K]>,
  signal?: AbortSignal,
): Promise<Blob> => (await fetchEndpoint(key, request as AnyRequest, signal)).blob()

/** Sends a file's bytes to an upload endpoint. */
export const upload = async <K extends ContractKey>(
  key: K,
  request: Request<Contract[K]>,
  file: Blob,
): Promise<Reply<Contract[K]>> => {
  const response = await fetchEndpoint(key, request as AnyRequest, undefined, file)
  return (await response.json()) as Reply<Contract[K]>
}

const fetchEndpoint = async (
  key: string,
  request: AnyRequest,
  signal?: AbortSignal,
  file?: Blob,
): Promise<Response> => {
  const [method = 'GET', path = ''] = key.split(' ')
  const response = await fetch(addressOf(path, request), {
    method,
    credentials: 'same-origin',
    ...(signal ? { signal } : {}),
    headers: { ...seatHeader(), ...typeHeader(request, file) },
    ...bodyOf(request, file),
  }).catch((error: unknown) => {
    if (error instanceof DOMException && error.name === 'AbortError') throw error
    throw new Refused(0, { code: 'server.failed', params: {}, requestId: '' })
  })
  if (response.ok) return response
  throw new Refused(response.status, await errorOf(response))
}

const bodyOf = (request: AnyRequest, file: Blob | undefined): RequestInit => {
  if (file) return { body: file }
  return request.body === undefined ? {} : { body: JSON.stringify(request.body) }
}

const typeHeader = (request: AnyRequest, file: Blob | undefined): Record<string, string> => {
  if (file) return { 'content-type': 'application/octet-stream' }
  return request.body === undefined ? {} : { 'content-type': 'application/json' }
}

const SEAT: typeof SEAT_HEADER = 'x-weixi-seat'

/** Read as the request leaves: it says whose page this is, so that the server takes nothing of it for another person's. */
const seatHeader = (): Record<string, string> => {
  const seat = sitting()
  return seat ? { [SEAT]: seat.staffId } : {}
}

const addressOf = (path: string, request: AnyRequest): string => {
  const filled = path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(request.params?.[name] ?? ''))
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries(request.query ?? {})) {
    if (value === undefined || value === null || value === '') continue
    for (const one of Array.isArray(value) ? value : [value]) query.append(name, String(one))
  }
  return query.size > 0 ? `${filled}?${query}` : filled
}

const errorOf = async (response: Response): Promise<ErrorReply> => {
  try {
    return (await response.json()) as ErrorReply
  } catch {
    return { code: 'server.failed', params: {}, requestId: response.headers.get('x-request-id') ?? '' }
  }
}
