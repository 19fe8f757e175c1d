/**
 * What the documentation page does beside showing itself: it filters the routes by words, and opens
 * the one that its address names. A file of its own, so that the page's policy can refuse scripts
 * within it.
 */
export const docsScript = `
const filter = document.getElementById('filter')
const parts = [...document.querySelectorAll('main details')]
const show = () => {
  const words = filter.value.toLowerCase().split(/\\s+/).filter(Boolean)
  for (const part of parts) {
    const text = part.querySelector('summary').textContent.toLowerCase()
    part.hidden = !words.every((word) => text.includes(word))
  }
  for (const section of document.querySelectorAll('main section'))
    section.hidden = !section.querySelector('details:not([hidden])')
}
const open = () => {
  const part = document.getElementById(decodeURIComponent(location.hash.slice(1)))
  if (part instanceof HTMLDetailsElement) {
    part.open = true
    part.scrollIntoView()
  }
}
for (const part of parts)
  part.addEventListener('toggle', () => part.open && history.replaceState(null, '', '#' + part.id))
filter.hidden = false
filter.addEventListener('input', show)
addEventListener('hashchange', open)
show()
open()
`
