/** The saved cards: choose, remove, add. */
import { acting, main, post, reload } from './page.js';

const path = main.dataset.path;
const confirm = document.getElementById('confirm');
let chosen = null;

const cardOf = (button) => button.closest('[data-card]');

async function change(act, card) {
  await post(`${path}/${act}`, { payment_method_id: card });
  await reload();
}

function each(selector, onClick) {
  document.querySelectorAll(selector).forEach((button) => {
    button.disabled = false;
    button.addEventListener('click', () => onClick(button));
  });
}

each('.choose', (button) => acting(() => change('default', cardOf(button).dataset.card)));
each('.remove', (button) => {
  chosen = cardOf(button).dataset.card;
  document.getElementById('confirm-card').textContent = cardOf(button).querySelector('[data-testid="card"]').textContent;
  confirm.showModal();
});
each('#confirm-keep', () => confirm.close());
each('#confirm-remove', () => {
  confirm.close();
  acting(() => change('remove', chosen));
});
each('#add', () => acting(async () => {
  const { url } = await post(`${path}/add`);
  location.assign(url);
}));
