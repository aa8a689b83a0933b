export const keptCities = {
  label: 'Favourite and recent cities',
  favourites: 'Favourites',
  recent: 'Opened last',
  star: 'Add to favourites',
  unstar: 'Take out of favourites',
  key: 'Favourite',
}
