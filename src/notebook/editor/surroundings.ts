// What the editors ask the browser: whether a full editor suits this device, and whether the page is dark now.

/** Monaco needs a keyboard and a mouse; where fingers point, the plain editor stays. */
export function suitsFullEditor(): boolean {
  return matchMedia('(hover: hover) and (pointer: fine)').matches
}

/** Whether `element` is shown in the dark scheme, however the page has chosen it. */
export function isDark(element: Element): boolean {
  const probe = document.createElement('span')
  probe.style.color = 'light-dark(rgb(0, 0, 0), rgb(255, 255, 255))'
  element.append(probe)
  const colour = getComputedStyle(probe).color
  probe.remove()
  return colour === 'rgb(255, 255, 255)'
}

/** Calls back whenever the scheme may have changed: by the system, or by a switch that marks the root element. */
export function onSchemeChange(callback: () => void): () => void {
  const query = matchMedia('(prefers-color-scheme: dark)')
  const observer = new MutationObserver(callback)
  query.addEventListener('change', callback)
  observer.observe(document.documentElement, {
    attributes: true,
    attributeFilter: ['class', 'style', 'data-theme'],
  })
  return () => {
    query.removeEventListener('change', callback)
    observer.disconnect()
  }
}
