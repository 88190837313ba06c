// Finding a name on the reference page: what does not have the typed letters in its name is put away, and what
// stands folded around a match is opened. Without script the page is a long list, and the field stays off.

/** Makes the field work. */
export function filterNames(): void {
  const field = document.querySelector<HTMLInputElement>('#reference-filter')
  if (field === null) return
  const count = document.querySelector<HTMLOutputElement>('search output')
  const entries = [...document.querySelectorAll<HTMLElement>('article [data-name]')]
  const groups = [...document.querySelectorAll<HTMLDetailsElement>('article details')]
  const sections = [...document.querySelectorAll<HTMLElement>('article section')]

  const show = (): void => {
    const wanted = field.value.trim().toLowerCase()
    let found = 0
    for (const entry of entries) {
      const group = entry.closest('details')
      const matches = entry.dataset['name']?.includes(wanted) === true || nameOf(group).includes(wanted)
      entry.hidden = !matches
      if (matches) found++
    }
    for (const group of groups) {
      const isEmpty = group.querySelector('[data-name]:not([hidden])') === null
      group.hidden = isEmpty && !nameOf(group).includes(wanted)
      group.open = wanted.length > 1 && !group.hidden
    }
    for (const section of sections) {
      section.hidden =
        wanted !== '' && section.querySelector('[data-name]:not([hidden]), details:not([hidden])') === null
    }
    if (count !== null) count.value = wanted === '' ? '' : found === 1 ? '1 name' : `${found} names`
  }

  const openTarget = (): void => {
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)))
    if (target instanceof HTMLDetailsElement) target.open = true
  }

  field.disabled = false
  field.addEventListener('input', show)
  addEventListener('hashchange', openTarget)
  openTarget()
}

function nameOf(group: HTMLDetailsElement | null): string {
  return group?.id.replace(/^[a-z]+-/, '').toLowerCase() ?? '\0'
}
