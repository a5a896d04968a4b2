/** Parts of the page that the server makes anew: only what is different is touched, so that focus and screen readers stay where they are. */

/** Brings a list up to date. Its items have data-key and data-stamp; those whose stamp is the same are left alone. */
export function updateList(list, fresh) {
  const wanted = [...fresh.children];
  const present = new Map([...list.querySelectorAll(':scope > [data-key]')].map(item => [item.dataset.key, item]));
  const focused = document.activeElement?.closest?.('[data-key]');
  const had = list.contains(focused) ? [...list.children].indexOf(focused) : -1;
  let place = list.firstElementChild;

  for (const row of wanted) {
    const old = present.get(row.dataset.key);
    present.delete(row.dataset.key);
    const item = old?.dataset.stamp === row.dataset.stamp ? old : row;
    if (old && item === row) {
      if (place === old) place = old.nextElementSibling;
      replaceKeepingFocus(old, row);
    }
    if (item === place) place = place.nextElementSibling;
    else list.insertBefore(item, place);
  }

  for (const gone of present.values()) gone.remove();
  if (had >= 0 && !list.contains(document.activeElement)) focusRow(list, had);
}

/** Replaces what an element holds, unless it is the same. */
export function updatePart(element, html) {
  if (element.dataset.html === html) return;
  const id = element.contains(document.activeElement) ? document.activeElement.id : '';
  const open = new Set([...element.querySelectorAll('details[open][id]')].map(details => details.id));
  element.replaceChildren(fragmentOf(html));
  element.dataset.html = html;
  for (const name of open) document.getElementById(name)?.setAttribute('open', '');
  if (id) document.getElementById(id)?.focus();
}

export function fragmentOf(html) {
  const template = document.createElement('template');
  template.innerHTML = html;
  return template.content;
}

function replaceKeepingFocus(old, fresh) {
  const hadFocus = old.contains(document.activeElement);
  old.replaceWith(fresh);
  if (hadFocus) fresh.querySelector('button, a')?.focus();
}

/** The row that had the focus has gone: the next one gets it. */
function focusRow(list, index) {
  const row = list.children[Math.min(index, list.children.length - 1)];
  (row?.querySelector('button, a') ?? list.closest('section')?.querySelector('h2'))?.focus();
}
