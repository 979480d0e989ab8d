import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, test } from 'vitest'
import { coachOf } from '#domain/coach/ready.ts'
import type { LanguageModel } from '#server/adapters/language-model/ask.ts'
import { Failure } from '#server/http/failure.ts'
import { afterwards } from '#test/afterwards.ts'
import { readCoachPack } from './pack.ts'
import { rephrase } from './rephrase.ts'

const coach = coachOf((await readCoachPack('content/core')).compiled)

type Heard = {
  path: string
  key: string | undefined
  body: { model: string; messages: { role: string; content: string }[] }
}

const bodyOf = async (request: IncomingMessage): Promise<string> => {
  let text = ''
  for await (const chunk of request) text += String(chunk)
  return text
}

/** A server that speaks the protocol and answers with what it is told to. */
const aModel = async (answer: string, status = 200): Promise<{ model: LanguageModel; heard: Heard[] }> => {
  const heard: Heard[] = []
  const server = createServer((request, response) => {
    const answered = (text: string): void => {
      const { authorization: key } = request.headers
      heard.push({ path: request.url ?? '', key, body: JSON.parse(text) as Heard['body'] })
      response.writeHead(status, { 'content-type': 'application/json' })
      response.end(JSON.stringify({ choices: [{ index: 0, message: { role: 'assistant', content: answer } }] }))
    }
    void bodyOf(request).then(answered)
  })
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  afterwards(() => new Promise<void>((done) => server.close(() => done())))
  const { port } = server.address() as AddressInfo
  return { model: { url: `http://127.0.0.1:${port}/v1/`, model: 'ours', key: 'secret' }, heard }
}

const refusal = async (asked: Promise<unknown>): Promise<string | undefined> => {
  const failure: unknown = await asked.catch((error: unknown) => error)
  return failure instanceof Failure ? failure.detail.reasons?.[0]?.code : 'answered'
}

const BLUNT = '你必须带着 13812345678 的身份证来。'

test('a marked sentence is put another way; long numbers never leave and come back where they stood', async () => {
  const { model, heard } = await aModel('“您能不能带上〔1〕机主的证件？其余的我来办。”')
  expect(await rephrase(coach, model, BLUNT)).toEqual({ text: '您能不能带上13812345678机主的证件？其余的我来办。' })
  expect(heard).toMatchObject([{ path: '/v1/chat/completions', key: 'Bearer secret', body: { model: 'ours' } }])
  expect(JSON.stringify(heard)).not.toContain('13812345678')
})

test('a proposal that the rules would mark is not given', async () => {
  const { model } = await aModel('按规定您必须来一趟。')
  expect(await refusal(rephrase(coach, model, BLUNT))).toBe('model.marked')
})

test('nothing is asked where no model is set up, or where nothing is marked', async () => {
  const { model, heard } = await aModel('好')
  expect(await refusal(rephrase(coach, null, BLUNT))).toBe('model.off')
  expect(await refusal(rephrase(coach, model, '您好，机子到了。'))).toBe('model.nothing')
  expect(heard).toEqual([])
})

test('a server that fails, answers nothing or is not there is told apart from a refusal', async () => {
  expect(await refusal(rephrase(coach, (await aModel('好', 503)).model, BLUNT))).toBe('model.unreachable')
  expect(await refusal(rephrase(coach, (await aModel('')).model, BLUNT))).toBe('model.unclear')
  const gone = { url: 'http://127.0.0.1:9/v1', model: 'ours', key: null }
  expect(await refusal(rephrase(coach, gone, BLUNT))).toBe('model.unreachable')
})
