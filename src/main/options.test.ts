import { resolve } from 'node:path'
import { expect, test } from 'vitest'
import { dataDirFrom } from './options.ts'

const env = { SCIENCE_CITIES_DATA: '/from/environment' }

test.each([
  [['--data-dir', '/given'], '/given'],
  [['--data-dir=/given'], '/given'],
  [['.', '--no-sandbox', '--data-dir=/given', '--lang=en-GB'], '/given'],
  [['--data-dir=/first', '--data-dir=/last'], '/last'],
  [['--data-dir=relative'], '/work/relative'],
  [['--data-dir='], '/from/environment'],
  [['--data-dir'], '/from/environment'],
  [[], '/from/environment'],
])('%j gives %s', (args, expected) => {
  expect(dataDirFrom(args, env, '/work')).toBe(resolve(expected))
})
