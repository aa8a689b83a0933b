/** What stands on the first screen for views and dialogs that are fetched later: nothing. */
export default { render: () => null }
