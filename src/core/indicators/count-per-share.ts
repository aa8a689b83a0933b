/** Count ÷ Share: how many articles stand behind one unit of Share; null where either is not known or Share is 0. */
export function countPerShare(count: number | null, share: number | null): number | null {
  return count === null || share === null || share === 0 ? null : count / share
}
