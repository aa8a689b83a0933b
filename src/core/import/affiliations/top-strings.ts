/** Counts strings; past `most` different ones, new ones are passed over, so that memory stays bounded. */
export class TopStrings {
  private readonly counts = new Map<string, number>()
  private readonly most: number

  constructor(most = 5000) {
    this.most = most
  }

  add(text: string): void {
    const known = this.counts.get(text)
    if (known !== undefined || this.counts.size < this.most) this.counts.set(text, (known ?? 0) + 1)
  }

  /** The most frequent, of equals in the order of their signs. */
  top(most = 50): { text: string; count: number }[] {
    return [...this.counts]
      .map(([text, count]) => ({ text, count }))
      .sort((a, b) => b.count - a.count || (a.text < b.text ? -1 : 1))
      .slice(0, most)
  }
}
