/** The page's own words, one file per language. Elements name their key: data-text (content) and data-label (aria-label). */
export const LANGUAGES = ['en', 'de', 'es', 'fr', 'it'];

let texts = {};

export async function loadTexts(language) {
  const answer = await fetch(`/text/${language}.json`);
  if (!answer.ok) throw new Error(`The texts of "${language}" cannot be loaded.`);
  texts = await answer.json();
  document.documentElement.lang = language;
  document.title = text('page.title');
  applyTexts(document);
  document.documentElement.dataset.ready = '';
}

export function text(key, values = {}) {
  return (texts[key] ?? '').replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole);
}

export function applyTexts(root) {
  for (const element of root.querySelectorAll('[data-text]')) element.textContent = text(element.dataset.text);
  for (const element of root.querySelectorAll('[data-label]')) element.setAttribute('aria-label', text(element.dataset.label));
}
