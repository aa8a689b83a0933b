/** Words of views without anything to show: why, and where rows are. */
export const emptyViews = {
  oneCity: {
    title: 'One city alone has a figure here: {city}',
    why: 'A comparison needs two. {city} has a page of its own; countries and institutions have rankings.',
    whyReport: 'There is nothing to compare it with; a brief of {city} can be made.',
    open: 'Open {city}',
  },
  compareFirst: 'Compare {names}',
  inRegion: 'The map is narrowed to one country or region.',
  wholeWorld: 'The whole world',
}
