/** Shows push messages, and opens the page they are about. It keeps nothing and fetches nothing. */

function readable(event) {
  try {
    return event.data.json();
  } catch (_) {
    return {};
  }
}

self.addEventListener('push', (event) => {
  const { title, body, url, tag, lang } = readable(event);
  if (!title) return;
  // The same tag replaces the earlier message: one payment is one notification.
  event.waitUntil(self.registration.showNotification(title, {
    body, tag, lang, data: { url }, icon: '/assets/icon-192.png', renotify: Boolean(tag),
  }));
});

self.addEventListener('notificationclick', (event) => {
  event.notification.close();
  const { url } = event.notification.data || {};
  if (!url || !URL.canParse(url, self.location.origin)) return;
  const page = new URL(url, self.location.origin);
  // Only ever our own pages, whatever a message says.
  if (page.origin !== self.location.origin) return;
  event.waitUntil(self.clients.matchAll({ type: 'window', includeUncontrolled: true }).then((open) => {
    const same = open.find((client) => new URL(client.url).pathname === page.pathname);
    return same ? same.focus() : self.clients.openWindow(page.href);
  }));
});
