// The script of a colleague's own page: copying, counting, and opening a network with what was
// written. The page works without it: then a text is selected by hand, and opened as it is.

const version = new URL(import.meta.url).search;
const counting = import(`./counting.js${version}`);
counting.catch(() => {});
const { compose, findPrompt } = await import(`./composing.js${version}`);

function work(section) {
  const parts = {
    box: section.querySelector("textarea"),
    told: section.querySelector(".count"),
    copy: section.querySelector("button"),
    link: section.querySelector("[data-composer]"),
    said: section.querySelector("[role=status]"),
  };
  parts.copy.hidden = false;
  parts.copy.addEventListener("click", () => copy(parts));
  parts.box.addEventListener("input", () => update(parts));
  parts.box.addEventListener("focus", () => selectPrompt(parts.box));
  // A browser that comes back to the page keeps what was written.
  update(parts);
}

function update(parts) {
  const prompt = findPrompt(parts.box.value);
  parts.copy.setAttribute("aria-disabled", String(prompt !== null));
  parts.said.textContent = prompt ? parts.copy.dataset.unfilled : "";
  if (parts.link) open(parts, prompt);
  if (parts.box.value !== parts.box.defaultValue) recount(parts);
}

function open({ link, box }, prompt) {
  const { composer, link: address, lineEnd } = link.dataset;
  link.hidden = prompt !== null;
  if (!prompt) link.href = compose(composer, box.value, address, lineEnd);
}

async function recount({ told, box }) {
  try {
    const { count, verdict } = await counting;
    const network = JSON.parse(told.dataset.counting);
    const length = count(box.value, network).toLocaleString(document.documentElement.lang);
    const found = verdict(box.value, network);
    const lines = [told.dataset.told.replace("{length}", length)];
    if (found === "shortened") lines.push(told.dataset.shortened);
    told.textContent = lines.join("; ");
    box.setAttribute("aria-invalid", String(found === "over"));
  } catch {
    told.hidden = true; // a browser too old to count
  }
}

async function copy({ box, copy: button, said }) {
  const prompt = findPrompt(box.value);
  if (prompt) {
    box.focus();
    return;
  }
  const { done, failed } = button.dataset;
  const told = await write(box) ? done : failed;
  // An emptied live region is announced again when the same words return.
  said.textContent = "";
  requestAnimationFrame(() => { said.textContent = told; });
}

async function write(box) {
  try {
    await navigator.clipboard.writeText(box.value);
    return true;
  } catch {
    // Without the permission, or on a page that was not served securely.
    box.focus();
    box.select();
    return false;
  }
}

function selectPrompt(box) {
  const prompt = findPrompt(box.value);
  if (prompt) box.setSelectionRange(prompt.start, prompt.end);
}

document.querySelectorAll(".wording").forEach(work);
