/* Runs before the first paint, so that neither the theme nor the language flashes: the address comes first,
   then what was chosen before, then what the system says. The session store decides in the same order. */
;(function () {
  var query = new URLSearchParams(location.search)
  var kept = function (key) {
    try {
      return localStorage.getItem('science-cities.' + key)
    } catch {
      return null
    }
  }
  var theme = query.get('theme') || kept('theme')
  if (theme !== 'light' && theme !== 'dark') {
    theme = matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light'
  }
  var language = query.get('lang') || kept('lang')
  if (language !== 'en' && language !== 'zh') language = navigator.language.startsWith('zh') ? 'zh' : 'en'
  document.documentElement.dataset.theme = theme
  document.documentElement.lang = language === 'zh' ? 'zh-Hans' : 'en'
})()
