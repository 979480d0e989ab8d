import { ok, refuse, type Result } from '#domain/kernel/result.ts'
import type { Said } from '#domain/kernel/said.ts'
import type { CustomerKind } from './kind.ts'
import { surnameOf } from './surnames.ts'

/** Why a form of address is refused, and what is only worth a second look. */
export type AddressFormFacts = {
  'address.empty': Record<string, never>
  'address.tooLong': { most: number }
  'address.characters': { characters: string }
  'address.familiar': { word: string }
  'address.otherSurname': { given: string; name: string }
}

/** Words a shop uses for anyone; a key customer is called by name [K-35]. */
const TOO_FAMILIAR = ['亲爱的', '亲', '美女', '帅哥', '小姐姐', '小哥哥', '宝贝', 'dear', 'honey', 'buddy', 'darling']

const MOST = 20

/** Endings after a single surname: only with one of these can a wrong surname be told from a nickname. */
const TITLES =
  /^(\p{Script=Han}{1,2}?)(姐|哥|总|主任|经理|老师|先生|女士|老板|师傅|阿姨|叔|叔叔|工|局|处|科长|处长|局长|校长|院长|书记|董|店长|医生|教授)$/u

/**
 * Checks the form of address a customer is to be called by (李姐, 王总, 陈主任) [K-35]. It is what the customer asked for or uses; it is never
 * guessed from sex, age or position. Answers the trimmed form.
 */
export const addressFormOf = (typed: string, name: string): Result<string, Said<AddressFormFacts>> => {
  const form = typed.normalize('NFKC').trim().replaceAll(/\s+/g, ' ')
  if (form === '') return refuse({ code: 'address.empty', params: {} })
  if ([...form].length > MOST) return refuse({ code: 'address.tooLong', params: { most: MOST } })
  const odd = [...form].filter((char) => !/[\p{L}\p{M} .'’·-]/u.test(char))
  if (odd.length > 0) return refuse({ code: 'address.characters', params: { characters: odd.join('') } })
  const familiar = TOO_FAMILIAR.find((word) => word === form.toLowerCase())
  if (familiar !== undefined) return refuse({ code: 'address.familiar', params: { word: form } })
  const surname = surnameOf(name)
  const given = TITLES.exec(form)?.[1]
  const unknown = given !== undefined && surname !== null && !name.includes(given) && !/^[大小老二三阿]/.test(given)
  if (unknown) return refuse({ code: 'address.otherSurname', params: { given, name } })
  return ok(form)
}

/** Stands under the code alone, so that the name is still to be asked. */
export const isUnnamed = ({ name, code }: { name: string; code: string }): boolean => name === code

type Called = { kind: CustomerKind; name: string; code: string; calledBy: string }

/**
 * Whether there is a name to greet this customer by: a company is greeted by the person one deals with there, never by its own name, and
 * who stands under a code by none. [K-35]
 */
export const isAddressed = ({ kind, name, code, calledBy }: Called): boolean =>
  calledBy !== name || (kind === 'person' && !isUnnamed({ name, code }))

/** What scripts call someone: the chosen form, else the full name; scripts say 您 in either case. */
export const calledBy = (customer: { name: string; addressForm: string | null }): string =>
  customer.addressForm?.trim() || customer.name
