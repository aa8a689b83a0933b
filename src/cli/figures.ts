/** Figures on the command line: the options that say how one looks, and the very bytes that the app's own export makes. */
import { existsSync } from 'node:fs'
import { extname, resolve } from 'node:path'
import type { Command } from 'commander'
import { Option } from 'commander'
import { AppError } from '../shared/contract/errors.ts'
import type { InputOf } from '../shared/contract/index.ts'
import type { FigureFormat } from '../shared/domain/file-formats.ts'
import { isFigureFormat } from '../shared/domain/file-formats.ts'
import type { FigurePresetName } from '../shared/domain/figure-presets.ts'
import { FIGURE_PRESET_NAMES } from '../shared/domain/figure-presets.ts'
import type { CommonOptions } from './io.ts'
import { say } from './io.ts'
import { given, number, wholeNumber } from './options.ts'
import type { Session } from './session.ts'
import { writeMade } from './session.ts'

type Asked = InputOf<'exports.figure'>
export type FigureOffer = Asked['figure']

/** Commander hands over what was given; `theme` names the office's own template where it is a file. */
export interface FigureOptions extends Omit<CommonOptions, 'format'> {
  format?: CommonOptions['format'] | FigureFormat | undefined
  preset?: FigurePresetName
  figure?: string
  top?: number
  highlight?: string
  title?: string
  subtitle?: string
  theme?: string
  fonts?: 'office' | 'own'
  width?: number
  height?: number
  dpi?: number
  transparent?: boolean
}

const TEMPLATE = /\.(potx|pptx)$/i

/** The options that every figure takes; `names` are the figures of the command, the first of which is the usual one. */
export function addFigureOptions(command: Command, names: readonly string[]): Command {
  const [usual = ''] = names
  if (names.length > 1)
    command.addOption(new Option('--figure <name>', `which figure (default: ${usual})`).choices(names))
  return command
    .addOption(
      new Option('--preset <preset>', 'size and type of a figure (default: slide-full on slides)').choices(
        FIGURE_PRESET_NAMES,
      ),
    )
    .addOption(new Option('--theme <theme>', 'light, dark, or a template of your office (FILE.potx)'))
    .addOption(
      new Option('--fonts <faces>', 'faces of Office files: those of readers, or ours').choices([
        'office',
        'own',
      ]),
    )
    .option('--title <text>', 'title of the figure (default: what the rows say)')
    .option('--subtitle <text>', 'its subtitle')
    .addOption(new Option('--width <mm>', 'width of a figure without a preset').argParser(number(40, 1000)))
    .addOption(new Option('--height <mm>', 'its height').argParser(number(30, 1000)))
    .addOption(new Option('--dpi <n>', 'resolution of a PNG').argParser(wholeNumber(72, 600)))
    .option('--transparent', 'a figure without a background')
}

export const topOption = (): Option =>
  new Option('--top <n>', 'rows of the figure').argParser(wholeNumber(3, 50))
export const highlightOption = (): Option =>
  new Option('--highlight <name>', 'the row to be read, by its id or its name in English or Chinese')

/** A figure is asked for by its format, or by the name of its file where no format is given. */
export function figureFormat({
  format,
  out,
}: Pick<FigureOptions, 'format' | 'out'>): FigureFormat | undefined {
  const wanted =
    format ??
    extname(out ?? '')
      .slice(1)
      .toLowerCase()
  return isFigureFormat(wanted) ? wanted : undefined
}

/** The figure that was named among those of the command. */
export function chosenFigure(
  figures: Readonly<Record<string, FigureOffer>>,
  { figure }: Pick<FigureOptions, 'figure'>,
): FigureOffer {
  const [usual] = Object.values(figures)
  const chosen = figure === undefined ? usual : figures[figure]
  if (!chosen) throw new Error('the command has no figure')
  return chosen
}

/** @throws AppError usage where what is no text would be written to a terminal; those of `exports.figure` */
export async function writeFigure(
  session: Session,
  figure: FigureOffer,
  options: FigureOptions,
  format: FigureFormat,
): Promise<void> {
  const { lang: language, date, title, subtitle, fonts, height: heightMm, dpi, transparent } = options
  const look = given({ title, subtitle, fonts, heightMm, widthMm: options.width, dpi, transparent, date })
  const sized = options.width !== undefined || options.height !== undefined
  const slides = format === 'pptx' && !sized ? 'slide-full' : undefined
  const preset = options.preset ?? slides
  await writeMade(session, 'exports.figure', {
    ...look,
    ...given({ preset }),
    ...(await themeOf(session, options)),
    figure,
    format,
    language,
  })
}

/** @throws AppError usage where the theme is neither; file-unreadable where the template is not there */
async function themeOf(
  { core }: Pick<Session, 'core'>,
  { theme, lang }: FigureOptions,
): Promise<Pick<Asked, 'theme' | 'template'>> {
  if (theme === undefined) return {}
  if (theme === 'light' || theme === 'dark') return { theme }
  if (!TEMPLATE.test(theme))
    throw new AppError('usage', 'no theme', { values: { reason: say(lang, 'themeUnknown', { theme }) } })
  if (!existsSync(resolve(theme)))
    throw new AppError('file-unreadable', 'no template', { values: { file: theme, reason: 'ENOENT' } })
  return { template: (await core.grantFiles([resolve(theme)])).token }
}
