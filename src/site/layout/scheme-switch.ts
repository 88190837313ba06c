// The button that turns the page light or dark. A choice that is also the system's is forgotten, so that the page
// follows the system again.

/** Brings the button to life. */
export function followScheme(): void {
  const button = document.querySelector<HTMLButtonElement>('[data-scheme-switch]')
  if (!button) return
  const system = matchMedia('(prefers-color-scheme: dark)')
  const root = document.documentElement
  const isDark = () => (root.dataset['theme'] ?? (system.matches ? 'dark' : 'light')) === 'dark'
  const show = () => {
    // The name says what the button does.
    button.textContent = isDark() ? 'Light' : 'Dark'
  }
  button.addEventListener('click', () => {
    const chosen = isDark() ? 'light' : 'dark'
    const isSystems = (chosen === 'dark') === system.matches
    if (isSystems) delete root.dataset['theme']
    else root.dataset['theme'] = chosen
    try {
      if (isSystems) localStorage.removeItem('heapbook:scheme')
      else localStorage.setItem('heapbook:scheme', chosen)
    } catch {
      // Without storage the choice lasts as long as the page.
    }
    show()
  })
  system.addEventListener('change', show)
  show()
  button.hidden = false
}
