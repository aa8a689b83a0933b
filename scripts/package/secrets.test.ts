import { expect, test } from 'vitest'
import { missing } from './secrets.ts'

test.each([
  ['win32', {}, [/^Windows: not signed.*WIN_CSC_LINK/]],
  ['win32', { CSC_LINK: 'c.pfx' }, []],
  ['win32', { WIN_CSC_LINK: 'c.pfx' }, []],
  [
    'darwin',
    {},
    [/^macOS: signed only.*CSC_LINK/, /^macOS: not notarised.*APPLE_API_KEY \+ APPLE_API_KEY_ID/],
  ],
  ['darwin', { CSC_NAME: 'Someone', APPLE_API_KEY: 'k', APPLE_API_KEY_ID: 'i' }, [/not notarised/]],
  ['darwin', { CSC_LINK: 'c.p12', APPLE_ID: 'a', APPLE_APP_SPECIFIC_PASSWORD: 'p', APPLE_TEAM_ID: 't' }, []],
  ['darwin', { CSC_LINK: 'c.p12', APPLE_KEYCHAIN_PROFILE: 'p' }, []],
  ['linux', {}, [/^Linux: no deb.*SCIENCE_CITIES_HOMEPAGE/]],
  ['linux', { SCIENCE_CITIES_HOMEPAGE: 'https://cities.example' }, []],
] as const)('what %s lacks with %j', (system, env, sentences) => {
  const found = missing(system, env)
  expect(found).toHaveLength(sentences.length)
  sentences.forEach((sentence, at) => expect(found[at]).toMatch(sentence))
})

test('no value of a secret is ever said', () => {
  const env = { CSC_KEY_PASSWORD: 'hush-1', APPLE_ID: 'hush-2', APPLE_API_KEY: 'hush-3' }
  for (const system of ['win32', 'darwin', 'linux'] as const)
    expect(missing(system, env).join('\n')).not.toContain('hush')
})
