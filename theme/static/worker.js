// Serves what is made for sharing where there is no connection: a colleague's own page as it was
// last seen, and for all else a page that says so. It stands at share/worker.js and rules over
// share/ alone; the blog knows nothing of it. It asks for nothing that a page did not ask for.

const scope = new URL("./", location).pathname;
const OWN = `${scope}for/`;
const OFFLINE = `${scope}offline.html`;
const PREFIX = `share${scope}`;
const STORE = PREFIX + new URL(location).searchParams.get("v");
// Whoever waits longer than this for a page that is kept is shown that.
const PATIENCE_MS = 4000;

const store = () => caches.open(STORE);
// Until the new store has what a page needs, the old ones serve.
const find = async (key) => (await (await store()).match(key)) ?? caches.match(key);
const isOwn = (path) => path.startsWith(OWN) && path.endsWith("/");

addEventListener("install", (event) => {
  skipWaiting();
  event.waitUntil(keepOffline());
});

addEventListener("activate", (event) => {
  event.waitUntil(clients.claim());
});

addEventListener("message", (event) => {
  event.waitUntil(keep(event.data.page, event.data.files));
});

addEventListener("fetch", (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== "GET" || url.origin !== location.origin) return;
  event.respondWith(request.mode === "navigate" ? page(request, url.pathname) : file(request));
});

// The page that says so is kept with all that it loads.
async function keepOffline() {
  const kept = await store();
  await kept.add(new Request(OFFLINE, { cache: "reload" }));
  const html = await (await kept.match(OFFLINE)).text();
  const files = [...html.matchAll(/(?:href|src|srcset)="([^"]+\?v=[^"]+)"/g)].map((found) => found[1]);
  return Promise.allSettled(files.map((each) => kept.add(each)));
}

async function forgetOldStores() {
  const names = await caches.keys();
  const old = names.filter((name) => name.startsWith(PREFIX) && name !== STORE);
  return Promise.all(old.map((name) => caches.delete(name)));
}

// A file whose address has its version never changes, and goes with its store.
const isVersioned = (url) => new URL(url).searchParams.has("v");

// Keep a page with all the files that it has loaded, itself last: what is kept can be shown. Forget
// pictures that it no longer shows.
async function keep(path, addresses) {
  const kept = await store();
  const ours = addresses.filter((each) => new URL(each).origin === location.origin);
  await Promise.allSettled(ours.map((each) => kept.add(each)));
  if (isOwn(path)) await kept.add(path).catch(() => {});
  const needed = new Set(ours);
  for (const { url } of await kept.keys()) {
    const { pathname } = new URL(url);
    const isPage = isOwn(pathname) || pathname === OFFLINE;
    if (!isPage && !isVersioned(url) && !needed.has(url)) await kept.delete(url);
  }
  await forgetOldStores();
}

// A page comes fresh where it can.
async function page(request, path) {
  const kept = await find(path);
  try {
    const fresh = await within(fetch(request), kept ? PATIENCE_MS : Infinity);
    if (isOwn(path)) await renew(path, fresh);
    return fresh.status >= 500 && kept ? kept : fresh;
  } catch {
    return kept ?? (await find(OFFLINE)) ?? Response.error();
  }
}

// A page that is gone is forgotten: its colleague has left, or would rather have none.
async function renew(path, fresh) {
  if (fresh.status === 200) {
    await (await store()).put(path, fresh.clone());
  } else if ([404, 410].includes(fresh.status)) {
    const stores = (await caches.keys()).filter((name) => name.startsWith(PREFIX));
    await Promise.all(stores.map(async (name) => (await caches.open(name)).delete(path)));
  }
}

async function file(request) {
  const kept = await find(request.url);
  if (kept && isVersioned(request.url)) return kept;
  try {
    return await fetch(request);
  } catch {
    return kept ?? Response.error();
  }
}

function within(promise, milliseconds) {
  if (milliseconds === Infinity) return promise;
  const late = new Promise((_, reject) => { setTimeout(reject, milliseconds); });
  return Promise.race([promise, late]);
}
