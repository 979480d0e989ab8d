import { describe, expect, test } from 'vitest'
import { allowedActions } from '#domain/staff/scope.ts'
import type { Role } from '#domain/staff/role.ts'
import { isForCustomerEyes } from './customer-eyes.ts'
import { zh } from './messages.zh.ts'
import { besideFor, homeOf, isOfOthers, navFor, placesFor } from './navigation.ts'

const placesOf = (role: Role) => placesFor(allowedActions([role]), zh.nav).map(({ href }) => href)

const id = '019ab2c3-4d5e-7f60-8a1b-2c3d4e5f6071'

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

  test('shows one of the pages that stand beside each other, and is current on all of them', () => {
    const can = allowedActions(['manager'])
    const rail = navFor(can, zh.nav, '/losses')
    expect(rail.map(({ href }) => href)).not.toContain('/losses')
    expect(rail.filter(({ current }) => current).map(({ href }) => href)).toEqual(['/retention'])
    // a lead's own figures are the team's: the week stands for itself
    expect(navFor(allowedActions(['lead']), zh.nav, '/me/week').find(({ current }) => current)?.href).toBe('/me/week')
  })

  test('the pages beside one are those the reader may open, and none above a single record', () => {
    const besides = (role: Role, pathname: string) =>
      besideFor(allowedActions([role]), zh.nav, pathname).map(({ href }) => href)
    expect(besides('manager', '/losses')).toEqual(['/retention', '/retention-rules', '/losses'])
    expect(besides('lead', '/retention')).toContain('/campaigns')
    expect(besides('lead', `/retention/${id}`)).toEqual([])
    expect(besides('lead', '/promises')).toEqual([])
  })

  test('an address of another role says so, one that opens or is about a record does not', () => {
    expect(isOfOthers(allowedActions(['manager']), '/campaigns')).toBe(true)
    expect(isOfOthers(allowedActions(['lead']), '/campaigns')).toBe(false)
    expect(isOfOthers(allowedActions(['lead']), '/me/figures')).toBe(false)
    expect(isOfOthers(allowedActions(['manager']), `/campaigns/${id}`)).toBe(false)
    for (const page of ['/', '/no-such-page']) expect(isOfOthers(allowedActions(['trainer']), page)).toBe(false)
  })

  test('everybody who has a place starts at their own', () => {
    for (const role of ['manager', 'vip_desk', 'lead', 'admin'] as const) {
      const can = allowedActions([role])
      expect(navFor(can, zh.nav, '').map(({ href }) => href)).toContain(homeOf(can))
    }
  })
})

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
