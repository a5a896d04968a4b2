/** The demo customers as radio buttons: arrow keys move, the choice is announced with the customer's story. */
export function createCustomerList(element, onCustomer) {
  return {
    show(accounts, chosen) {
      element.replaceChildren(...accounts.map(account => row(account, account.number === chosen)));
      element.querySelector('input:checked')?.scrollIntoView({ block: 'nearest' });
    }
  };

  function row({ number, name, story }, isChosen) {
    const choice = Object.assign(document.createElement('input'), {
      type: 'radio', name: 'simulator-customer', value: number, checked: isChosen
    });
    choice.addEventListener('change', () => onCustomer(number));

    const label = document.createElement('label');
    const words = document.createElement('span');
    const title = Object.assign(document.createElement('strong'), { textContent: name });
    words.append(title, Object.assign(document.createElement('span'), { textContent: story }));
    label.append(choice, words);
    return label;
  }
}
