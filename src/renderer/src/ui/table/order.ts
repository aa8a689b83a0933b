/** The order of the rows of a table, as the heads of its columns set it. */
export interface Order<S extends string> {
  by: S
  descending: boolean
}

/** The order after a click on a column's head: a second click turns it; names begin with A, figures with the largest. */
export function orderAfter<S extends string>(order: Order<S>, by: S): Order<S> {
  if (order.by === by) return { by, descending: !order.descending }
  return { by, descending: by !== 'name' }
}
