// The hub's script: choosing and searching among the kits on the page. The page works without it;
// the form is hidden until it runs. What is chosen stands in the address's fragment, which can be
// sent to a colleague, and which no browser sends to a server.

// Each kit has every network: it decides on where in a kit a link leads.
const NETWORK = "network";
const form = document.querySelector(".choices");
const told = form.querySelector("[role=status]");
const reset = form.querySelector("[type=reset]");
const nothing = document.querySelector(".nothing");
const over = document.querySelector(".over");
const more = form.querySelector("details");
const keys = [...form.querySelectorAll("select")].map((select) => select.name);

const list = document.querySelector(".kits");
const entries = [...list.children].map((element) => makeEntry(element, false));
// How many kits are on pages of their own, which are read when somebody asks for more than the newest.
let unread = Number(form.dataset.older);
let reading;

function makeEntry(element, isOlder) {
  const link = element.querySelector("h2 a");
  const words = plain(`${element.textContent} ${element.dataset.also ?? ""}`);
  return { element, isOlder, link, home: link.getAttribute("href"), words };
}

async function readOlder() {
  const pages = await Promise.all([...document.querySelectorAll(".older a")].map(async ({ href }) => {
    const answer = await fetch(href);
    if (!answer.ok) throw new Error(href);
    return new DOMParser().parseFromString(await answer.text(), "text/html");
  }));
  for (const element of pages.flatMap((page) => [...page.querySelectorAll(".kits > li")])) {
    if (Date.parse(element.dataset.ends) <= Date.now()) continue;
    list.append(element);
    entries.push(makeEntry(element, true));
  }
  unread = 0;
}

// Marks and case make no difference to what is looked for.
function plain(text) {
  return text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
}

function chosen() {
  const wanted = new URLSearchParams(new FormData(form));
  for (const [key, value] of [...wanted]) if (!value.trim()) wanted.delete(key);
  return wanted;
}

function fits(entry, wanted, words) {
  return keys.every((key) => {
    const value = wanted.get(key);
    return !value || key === NETWORK || (entry.element.dataset[key] ?? "").split(" ").includes(value);
  }) && words.every((word) => entry.words.includes(word));
}

function show() {
  const wanted = chosen();
  const words = plain(wanted.get("q") ?? "").split(/\s+/).filter(Boolean);
  const network = wanted.get(NETWORK);
  const isAsked = [...wanted.keys()].some((key) => key !== NETWORK);
  // Without a connection what is here is searched, and the next word tries again.
  if (isAsked && unread) reading ??= readOlder().then(show, () => { reading = undefined; });
  let shown = 0;
  for (const entry of entries) {
    const found = fits(entry, wanted, words) && (isAsked || !entry.isOlder);
    entry.element.hidden = !found;
    entry.link.href = network ? `${entry.home}#_${network}` : entry.home;
    shown += found;
  }
  nothing.hidden = shown > 0 || !isAsked;
  reset.hidden = wanted.size === 0;
  const number = (value) => value.toLocaleString(document.documentElement.lang);
  told.textContent = told.dataset.told
    .replace("{shown}", number(shown))
    .replace("{total}", number(entries.length + unread));
}

// A link from a colleague may name what this page does not have: that is left out.
function read() {
  const wanted = new URLSearchParams(location.hash.slice(1));
  for (const field of form.querySelectorAll("input, select")) {
    field.value = wanted.get(field.name) ?? "";
    if (field.value === "" && field.matches("select")) field.selectedIndex = 0;
  }
  show();
}

function write() {
  const wanted = chosen().toString();
  history.replaceState(null, "", wanted ? `#${wanted}` : location.pathname + location.search);
  show();
}

form.addEventListener("input", write);
form.addEventListener("submit", (event) => event.preventDefault());
// The fields are empty only after the event.
form.addEventListener("reset", () => setTimeout(write));
addEventListener("hashchange", read);
// All that the page was built with may have ended since.
over.hidden = entries.length + unread > 0;
form.hidden = !over.hidden;
read();
// There is room for the choices on a desk; on a phone they would hide the list.
if (more) more.open = keys.some((key) => chosen().has(key)) || matchMedia("(width >= 60em)").matches;
form.dataset.ready = "";
