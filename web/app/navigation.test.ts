import { describe, expect, test } from 'vitest'
import { allowedActions } from '#domain/staff/scope.ts'
import type { Role } from '#domain/staff/role.ts'
import { isForCustomerEyes } from './customer-eyes.ts'
import { zh } from './messages.zh.ts'
import { homeOf, navFor } from './navigation.ts'

const placesOf = (role: Role) => navFor(allowedActions([role]), zh.nav, '/customers').map(({ href }) => href)

describe('the rail', () => {
  test('shows a role only what it may do', () => {
    expect(placesOf('manager')).toContain('/promises')
    expect(placesOf('admin')).toContain('/people')
    for (const role of ['admin', 'trainer', 'collaborator'] as const) expect(placesOf(role)).not.toContain('/customers')
  })

  test('writes a figure where there is something, and asks for action only then', () => {
    const can = allowedActions(['manager'])
    const some = navFor(can, zh.nav, '/', { customers: 79, promisesDue: 2, cases: 0 })
    const at = (href: string) => some.find((item) => item.href === href)
    expect(at('/promises')).toMatchObject({ count: 2, due: true })
    expect(at('/customers')).toMatchObject({ count: 79, due: false })
    expect(at('/cases')).not.toHaveProperty('count')
  })

  test('everybody who has a place starts at their own', () => {
    for (const role of ['manager', 'vip_desk', 'lead', 'admin'] as const) {
      const can = allowedActions([role])
      expect(navFor(can, zh.nav, '').map(({ href }) => href)).toContain(homeOf(can))
    }
  })
})

const id = '019ab2c3-4d5e-7f60-8a1b-2c3d4e5f6071'

describe('a screen turned to the customer', () => {
  test.each(['/', `/customers/${id}`, `/contact/${id}`])('may show %s, which is about one customer', (page) => {
    expect(isForCustomerEyes(page)).toBe(true)
  })

  test.each([
    '/customers',
    '/promises',
    '/value',
    '/team',
    `/customers/${id}/merge`,
    '/customers/new',
    '/customers/duplicates',
    '/contact',
    '/people',
  ])('never shows %s', (page) => {
    expect(isForCustomerEyes(page)).toBe(false)
  })
})
