// The search page's script: asks the index that lies beside Pagefind's program, and shows what it
// finds. The page works without it; the form is hidden until it runs. What is looked for stands in
// the address's fragment, which can be sent to somebody, and which no browser sends to a server.

const AT_A_TIME = 10;
const PAUSE_MS = 250;

const form = document.querySelector(".seek");
const field = form.elements.q;
const told = form.querySelector("[role=status]");
const list = document.querySelector(".found");
const more = document.querySelector(".further button");
const blank = document.querySelector("template").content;
const { script, base, seeking, found, nothing, failed } = form.dataset;

let loading;
let latest = 0;
let waiting;
let results = [];

function load() {
  loading ??= start();
  return loading;
}

async function start() {
  const pagefind = await import(script);
  await pagefind.destroy(); // what a try that failed has left
  await pagefind.options({ baseUrl: base });
  await pagefind.init();
  return pagefind;
}

// Of several searches that are under way only the latest may show what it found.
async function seek() {
  const words = field.value.trim();
  const turn = (latest += 1);
  clearTimeout(waiting);
  remember(words);
  if (!words) return clear("");
  const slow = setTimeout(() => { told.textContent = seeking; }, PAUSE_MS);
  try {
    const pagefind = await load();
    const answer = await pagefind.search(words);
    const first = await read(answer.results.slice(0, AT_A_TIME));
    if (turn === latest) show(words, answer.results, first);
  } catch (error) {
    console.error(error);
    loading = undefined; // the next search tries again
    if (turn === latest) clear(failed);
  } finally {
    clearTimeout(slow);
  }
}

function read(some) {
  return Promise.all(some.map((result) => result.data()));
}

function remember(words) {
  const fragment = words ? `#${new URLSearchParams({ q: words })}` : "";
  history.replaceState(null, "", location.pathname + location.search + fragment);
}

function clear(words) {
  results = [];
  list.replaceChildren();
  list.hidden = more.hidden = true;
  told.textContent = words;
}

function show(words, every, first) {
  clear(every.length ? found.replace("{count}", number(every.length)) : nothing.replace("{words}", () => words));
  results = every;
  append(first);
}

function append(posts) {
  const entries = posts.map(makeEntry);
  list.append(...entries);
  list.hidden = !list.children.length;
  more.hidden = list.children.length >= results.length;
  return entries[0];
}

function number(value) {
  return value.toLocaleString(document.documentElement.lang);
}

function makeEntry({ url, meta, content, excerpt }) {
  const entry = blank.cloneNode(true).firstElementChild;
  const link = entry.querySelector("a");
  link.href = url;
  link.textContent = meta.title;
  entry.querySelector(".when span").textContent = meta.date ?? "";
  entry.querySelector(".when bdi").textContent = meta.authors ?? "";
  entry.querySelector(".summary").append(...marked(excerpt));
  const text = entry.querySelector(".summary").textContent;
  if (!content.startsWith(text)) entry.querySelector(".summary").prepend("… ");
  if (!content.endsWith(text)) entry.querySelector(".summary").append(" …");
  return entry;
}

// An excerpt is text with marks in it: nothing else of it is taken over, whatever it holds.
function* marked(excerpt) {
  for (const node of new DOMParser().parseFromString(excerpt, "text/html").body.childNodes) {
    if (node.nodeName !== "MARK") {
      yield node.textContent;
      continue;
    }
    const mark = document.createElement("mark");
    mark.textContent = node.textContent;
    yield mark;
  }
}

async function showMore() {
  const turn = latest;
  const shown = list.children.length;
  try {
    const next = await read(results.slice(shown, shown + AT_A_TIME));
    if (turn === latest && list.children.length === shown) append(next)?.querySelector("a").focus();
  } catch (error) {
    console.error(error);
    if (turn === latest) told.textContent = failed;
  }
}

function begin() {
  const words = new URLSearchParams(location.hash.slice(1)).get("q") ?? "";
  if (words === field.value.trim()) return;
  field.value = words;
  seek();
}

form.addEventListener("submit", (event) => {
  event.preventDefault();
  seek();
});
form.addEventListener("input", (event) => {
  if (event.isComposing) return; // a Japanese word is not whole yet
  clearTimeout(waiting);
  waiting = setTimeout(seek, PAUSE_MS);
});
form.addEventListener("compositionend", seek);
field.addEventListener("focus", () => load().catch(() => {}), { once: true });
more.addEventListener("click", showMore);
addEventListener("hashchange", begin);
form.hidden = false;
form.dataset.ready = "";
begin();
