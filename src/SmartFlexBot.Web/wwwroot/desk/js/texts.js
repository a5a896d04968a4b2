/** The desk's own words, for what happens in the browser; the rest comes from the server. */
let texts = {};

export async function loadTexts() {
  const answer = await fetch(`/desk/text/${document.documentElement.lang}.json`);
  if (answer.ok) texts = await answer.json();
}

export function text(key, values = {}) {
  return (texts[key] ?? '').replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole);
}
