// Lists the colleagues' own pages that are kept on this device.

const section = document.querySelector(".kept");

async function keptPages() {
  const pages = new Map();
  for (const name of await caches.keys()) {
    const store = await caches.open(name);
    for (const request of await store.keys()) {
      const { pathname } = new URL(request.url);
      if (/\/share\/for\/[^/]+\/$/.test(pathname)) pages.set(pathname, await store.match(request));
    }
  }
  return pages;
}

function link(path, html) {
  const kept = new DOMParser().parseFromString(html, "text/html");
  const item = document.createElement("li");
  const anchor = document.createElement("a");
  anchor.href = path;
  anchor.textContent = kept.title;
  item.append(anchor);
  return item;
}

for (const [path, response] of await keptPages()) {
  section.querySelector("ul").append(link(path, await response.text()));
  section.hidden = false;
}
