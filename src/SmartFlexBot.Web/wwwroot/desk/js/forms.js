import { act, newId, Refusal } from './calls.js';
import { refusalText } from './say.js';
import { instantOf } from './times.js';

/**
 * Questions before something that cannot be taken back: a dialog with a form, which is the act that data-act names; its fields are the
 * act's parts. Buttons name the dialog that they open in data-dialog.
 * @param onDone called with the form when its act was carried out
 */
export function createForms(root, onDone) {
  root.addEventListener('click', event => {
    const opener = event.target.closest('button[data-dialog]');
    if (opener) open(document.getElementById(opener.dataset.dialog));
    const closer = event.target.closest('button[data-close]');
    if (closer) closer.closest('dialog').close();
  });
  root.addEventListener('submit', event => {
    const form = event.target.closest('form[data-act]');
    if (!form) return;
    event.preventDefault();
    post(form, event.submitter);
  });

  async function post(form, submitter) {
    if (submitter) submitter.disabled = true;
    // One press, one act, however often it has to be sent.
    form.dataset.id ||= newId();
    try {
      await act(form.dataset.chat, actOf(form), form.dataset.id);
      delete form.dataset.id;
      form.closest('dialog').close();
      form.reset();
      await onDone(form);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      if (error.code !== 'unreachable') delete form.dataset.id;
      form.querySelector('[role="alert"]').textContent = refusalText(error);
    } finally {
      if (submitter) submitter.disabled = false;
    }
  }
}

function actOf(form) {
  const what = { do: form.dataset.act };
  for (const [name, value] of new FormData(form)) {
    what[name] = value === '' ? null
      : value === 'true' ? true
      : form.elements[name].type === 'datetime-local' ? instantOf(value).toISOString()
      : value;
  }
  return what;
}

function open(dialog) {
  const problem = dialog.querySelector('[role="alert"]');
  if (problem) problem.textContent = '';
  dialog.showModal();
}
