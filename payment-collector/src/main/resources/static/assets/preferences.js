/** How the customer wants to be reached. */
import { acting, main, post, reload } from './page.js';

const path = main.dataset.path;
const reminders = document.getElementById('reminders');
const pushOff = document.getElementById('push-off');

function on(button, work) {
  if (!button) return;
  button.disabled = false;
  button.addEventListener('click', () => acting(async () => {
    await work();
    await reload();
  }));
}

on(reminders, () => post(path, { reminders_muted: reminders.dataset.muted !== 'true' }));
on(pushOff, () => post(`${path}/push-off`));
