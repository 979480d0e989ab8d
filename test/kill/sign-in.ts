export type Person = { code: string; password: string }

/** The first start's administrator, who also keeps customers. */
export const setUp = async (address: string): Promise<Person> => {
  const person = { code: 'an', password: 'long-enough-1' }
  await posted(address, '/api/setup', { branchName: '青川分公司', name: '安然', keepsCustomers: true, ...person })
  return person
}

/** Signs in; gives the cookies to send. */
export const signIn = async (address: string, person: Person): Promise<string> =>
  (await posted(address, '/api/session', person)).headers
    .getSetCookie()
    .map((each) => each.split(';')[0])
    .join('; ')

const posted = async (address: string, path: string, body: object): Promise<Response> => {
  const answer = await fetch(`${address}${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: address },
    body: JSON.stringify(body),
  })
  if (!answer.ok) throw new Error(`${path} ${answer.status} ${await answer.text()}`)
  return answer
}
