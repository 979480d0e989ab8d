import { type ErrorCode, type ErrorReply, errorStatus } from '#api/errors.ts'

type Detail = Partial<Pick<ErrorReply, 'params' | 'problems' | 'reasons' | 'conflicts'>>

/** Thrown by handlers and commands to end a request with a coded error; the app turns it into the reply, once. */
export class Failure extends Error {
  readonly code: ErrorCode
  readonly detail: Detail

  constructor(code: ErrorCode, detail: Detail = {}) {
    super(code)
    this.code = code
    this.detail = detail
  }

  get status(): (typeof errorStatus)[ErrorCode] {
    return errorStatus[this.code]
  }
}

export const fail = (code: ErrorCode, detail: Detail = {}): never => {
  throw new Failure(code, detail)
}
