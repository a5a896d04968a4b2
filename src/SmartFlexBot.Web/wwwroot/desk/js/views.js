/** On a narrow screen one part of the desk is shown at a time: queue, chat or facts. */
export function show(view) {
  document.body.dataset.view = view;
  for (const button of document.querySelectorAll('[data-show-view]')) {
    button.setAttribute('aria-pressed', String(button.dataset.showView === view));
  }
}
