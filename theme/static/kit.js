// The share kit's script: one text a network at a time, in other words for each reader. The page
// works without it: then all texts stand one below another, and what only a script does is hidden.

const { say, work, write } = await import(`./wording.js${new URL(import.meta.url).search}`);
const kit = document.querySelector(".kit");

// Which words come first is chance, once; this device alone remembers it, and tells nobody.
function chance() {
  const key = `kit:${location.pathname}`;
  const made = Math.random();
  try {
    const kept = Number.parseFloat(localStorage.getItem(key));
    if (kept >= 0 && kept < 1) return kept;
    localStorage.setItem(key, String(made));
  } catch {
    // A private window, or a full disk: then it is chance each time.
  }
  return made;
}

function arrange(section, chosen) {
  const wordings = [...section.querySelectorAll(".wording")];
  wordings.forEach(work);
  // Where nothing is offered there are no buttons, and all texts are seen.
  if (!section.querySelector(".other")) return;
  const isEdited = (wording) => {
    const box = wording.querySelector("textarea");
    return box.value !== box.defaultValue;
  };
  // A browser that comes back to the page keeps what was written: that is what is shown.
  const edited = wordings.findIndex(isEdited);
  let shown = edited < 0 ? Math.floor(chosen * wordings.length) : edited;
  const show = () => wordings.forEach((wording, place) => { wording.hidden = place !== shown; });
  for (const wording of wordings) {
    const other = wording.querySelector(".other");
    other.hidden = false;
    other.addEventListener("click", () => {
      shown = (shown + 1) % wordings.length;
      show();
      wordings[shown].querySelector(".other").focus();
    });
  }
  show();
}

async function copyAlt(button) {
  const { done, failed } = kit.dataset;
  const copied = await write(document.getElementById(button.dataset.copies));
  say(button.parentElement.querySelector("[role=status]"), copied ? done : failed);
}

// A phone's own sheet takes a picture too, and hands it to networks that no link leads to.
function canShare({ dataset: { shares, type } }) {
  const nothing = new File([], shares.split("/").at(-1), { type });
  return typeof navigator.share === "function" && Boolean(navigator.canShare?.({ files: [nothing] }));
}

async function sharePicture(button) {
  const { shares, type } = button.dataset;
  try {
    const answer = await fetch(shares);
    const picture = new File([await answer.blob()], shares.split("/").at(-1), { type });
    await navigator.share({ files: [picture] });
  } catch (error) {
    if (error.name === "AbortError") return;
    say(button.parentElement.querySelector("[role=status]"), kit.dataset.unshared);
  }
}

const links = [...document.querySelectorAll(".choice a")];
// On a phone they stand in a row that is longer than the screen.
const reveal = (link) => link.scrollIntoView({ block: "nearest", inline: "nearest" });

function choose() {
  const chosen = links.find((link) => link.hash === location.hash) ?? links[0];
  for (const link of links) link.removeAttribute("aria-current");
  chosen.setAttribute("aria-current", "true");
  if (chosen !== links[0]) reveal(chosen);
}

const chosen = chance();
for (const section of kit.querySelectorAll(".snippet[data-network]")) arrange(section, chosen);
kit.dataset.ready = "";
for (const button of kit.querySelectorAll("button[data-copies]")) {
  button.hidden = false;
  button.addEventListener("click", () => copyAlt(button));
}
for (const button of kit.querySelectorAll("button[data-shares]")) {
  button.hidden = !canShare(button);
  button.addEventListener("click", () => sharePicture(button));
}
for (const link of links) link.addEventListener("focus", () => reveal(link));
addEventListener("hashchange", choose);
choose();
