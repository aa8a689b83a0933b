/** Files and folders that the user let the core read, by the opaque names that stand for them in calls. */
import { AppError } from '../../shared/contract/errors.ts'

export class Tokens {
  private readonly granted = new Map<string, readonly string[]>()

  grant(token: string, paths: readonly string[]): void {
    this.granted.set(token, paths)
  }

  /** @throws AppError file-token-unknown */
  pathsOf(token: string): readonly string[] {
    const paths = this.granted.get(token)
    if (paths === undefined) throw new AppError('file-token-unknown', 'unknown file token')
    return paths
  }
}
