// One text in its box: what is counted, previewed, copied and opened is what stands in the box, and
// a prompt is filled in first. Without this script a text is selected by hand, and opened as it is.

const version = new URL(import.meta.url).search;
const { compose, findPrompt } = await import(`./composing.js${version}`);
// What a browser is too old for keeps nobody from copying.
const counting = import(`./counting.js${version}`);
const folding = import(`./folding.js${version}`);
counting.catch(() => {});
folding.catch(() => {});

/** Make a box work; `group` is the element around it. What is not offered has no buttons. */
export function work(group) {
  const find = (selector) => group.querySelector(selector);
  const parts = {
    group,
    box: find("textarea"),
    told: find(".count"),
    network: JSON.parse(find(".count").dataset.counting),
    warning: find(".warning")?.textContent ?? "",
    copy: find(".copy"),
    link: find("[data-composer]"),
    sheet: find(".sheet"),
    back: find(".back"),
    said: find("[role=status]"),
    sayings: group.closest("[data-done]").dataset,
    backWords: find(".back")?.textContent,
    mine: [],
  };
  parts.box.addEventListener("input", () => update(parts));
  watchFocus(parts.box);
  if (parts.copy) workButtons(parts);
  // A browser that comes back to the page keeps what was written.
  update(parts);
  group.dataset.ready = "";
}

function workButtons(parts) {
  const { copy: button, link, sheet, back } = parts;
  button.hidden = false;
  sheet.hidden = !canShare(parts);
  button.addEventListener("click", () => copy(parts));
  link?.addEventListener("click", (event) => open(event, parts));
  sheet.addEventListener("click", () => share(parts));
  back.addEventListener("click", () => turnBack(parts));
}

/** Copy a box's text; where that is refused select it, for the keyboard. */
export async function write(box) {
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

/** Say something to everybody, also to those who listen to the page. */
export function say(status, words) {
  if (status.textContent === words) status.textContent = "";
  // An emptied live region is announced again when the same words return.
  requestAnimationFrame(() => { status.textContent = words; });
}

function update(parts) {
  const { box, sayings } = parts;
  const isUnfilled = findPrompt(box.value) !== null;
  parts.reason = isUnfilled ? sayings.unfilled : "";
  if (parts.copy) offer(parts, isUnfilled);
  if (box.value !== box.defaultValue) parts.isStale = true;
  if (parts.isStale) recount(parts);
  else settle(parts);
}

function offer(parts, isUnfilled) {
  const { box, copy: button, sheet, link, back } = parts;
  for (const each of [button, sheet]) each.setAttribute("aria-disabled", String(isUnfilled));
  if (link) makeLink(parts, isUnfilled);
  const isChanged = box.value !== box.defaultValue;
  back.hidden = !isChanged && !parts.mine.length;
  back.textContent = isChanged ? parts.backWords : back.dataset.mine;
}

// The status tells why something is disabled, and is not spoken at every key.
function settle({ said, reason }) {
  if (said && said.textContent !== reason) said.textContent = reason;
}

function makeLink(parts, isUnfilled) {
  const { link, box, network, sayings } = parts;
  const { composer, link: address, lineEnd } = link.dataset;
  const href = compose(composer, box.value, address, lineEnd);
  const isLong = network.longest_share_url > 0 && href.length > network.longest_share_url;
  link.hidden = false;
  if (isLong && !isUnfilled) parts.reason = sayings.long;
  if (isLong || isUnfilled) {
    for (const name of ["href", "target", "rel"]) link.removeAttribute(name);
    link.setAttribute("role", "link");
    link.tabIndex = 0;
    link.setAttribute("aria-disabled", "true");
  } else {
    for (const name of ["role", "tabindex", "aria-disabled"]) link.removeAttribute(name);
    link.href = href;
    if (!composer.startsWith("mailto:")) Object.assign(link, { target: "_blank", rel: "noopener noreferrer" });
  }
}

async function recount(parts) {
  const { box, told, network, warning, sayings } = parts;
  try {
    const { count, verdict } = await counting;
    const found = verdict(box.value, network, warning);
    const length = count(box.value, network) + count(warning, network);
    const written = length.toLocaleString(document.documentElement.lang);
    const lines = [told.dataset.told.replace("{length}", written)];
    if (found === "shortened") lines.push(sayings.shortened);
    told.textContent = lines.join("; ");
    if (found === "over") box.setAttribute("aria-invalid", "true");
    else box.removeAttribute("aria-invalid");
    if (found === "over") parts.reason ||= sayings.over;
    redraw(parts, (await folding).beforeFold(box.value, network, count));
  } catch {
    told.hidden = true;
    parts.group.querySelector(".preview")?.remove();
  }
  settle(parts);
}

function redraw({ group, box }, shown) {
  const words = group.querySelector(".preview .words");
  if (!words) return;
  words.querySelector(".seen").textContent = shown;
  words.querySelector(".more").hidden = shown === box.value;
}

// Whether there is a prompt left; if so its place is shown, and the reason said once more.
function isRefused({ box, said, sayings }) {
  if (!findPrompt(box.value)) return false;
  box.focus();
  selectPrompt(box);
  say(said, sayings.unfilled);
  return true;
}

async function copy(parts) {
  if (isRefused(parts)) return;
  const { done, failed } = parts.sayings;
  say(parts.said, (await write(parts.box)) ? done : failed);
}

// What a network's link cannot hand over is on the clipboard when its composer opens.
async function open(event, parts) {
  const { link, box, said, sayings } = parts;
  if (link.getAttribute("aria-disabled") === "true") {
    event.preventDefault();
    isRefused(parts);
  } else if (!/\{(text|words)\}/.test(link.dataset.composer)) {
    try {
      await navigator.clipboard.writeText(box.value);
      say(said, sayings.pasted);
    } catch {
      // The composer opens all the same, and Copy says what to do.
    }
  }
}

function shared({ box, sheet }) {
  const { link } = sheet.dataset;
  if (!link || !box.value.endsWith(link)) return { text: box.value };
  return { text: box.value.slice(0, -link.length).trimEnd(), url: link };
}

function canShare(parts) {
  return typeof navigator.share === "function" && Boolean(navigator.canShare?.(shared(parts)));
}

async function share(parts) {
  if (isRefused(parts)) return;
  try {
    await navigator.share(shared(parts));
  } catch (error) {
    if (error.name !== "AbortError") await copy(parts);
  }
}

// As it was, and back to what was written: no press loses somebody's words.
function turnBack(parts) {
  const { box, mine } = parts;
  if (box.value === box.defaultValue) {
    parts.taken = mine.pop();
    box.value = parts.taken;
  } else {
    // What was only looked at again goes below the others, so that each comes round.
    if (box.value === parts.taken) mine.unshift(box.value);
    else mine.push(box.value);
    box.value = box.defaultValue;
  }
  update(parts);
}

function selectPrompt(box) {
  const prompt = findPrompt(box.value);
  if (prompt) box.setSelectionRange(prompt.start, prompt.end);
}

// The press that brings the focus puts the caret somewhere after it; later presses are the reader's.
function watchFocus(box) {
  let isNew = false;
  box.addEventListener("focus", () => {
    isNew = true;
    selectPrompt(box);
  });
  box.addEventListener("click", () => {
    if (isNew && box.selectionStart === box.selectionEnd) selectPrompt(box);
    isNew = false;
  });
  box.addEventListener("keydown", () => { isNew = false; });
}
