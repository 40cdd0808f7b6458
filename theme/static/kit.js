// The share kit's script: copying, and counting what is written. The page works without it; the
// copy buttons are hidden until it runs, and the count where a browser is too old to count.

const counting = import(`./counting.js${new URL(import.meta.url).search}`);
counting.catch(() => {});
const said = (button) => button.closest("section").querySelector("[role=status]");

async function copy(button) {
  const box = document.getElementById(button.dataset.copies);
  const copied = await write(box);
  // An emptied live region is announced again when the same words return.
  said(button).textContent = "";
  requestAnimationFrame(() => {
    said(button).textContent = copied ? button.dataset.done : button.dataset.failed;
  });
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

function watch(box) {
  const told = box.closest("section").querySelector(".count");
  const recount = () => counting.then(
    (counters) => tell(told, box, counters),
    () => { told.hidden = true; },
  );
  box.addEventListener("input", () => {
    // A kit that is not offered has nothing to press, and nothing to say.
    if (said(box)) said(box).textContent = "";
    if (told) recount();
  });
  // A browser that comes back to the page keeps what was written.
  if (told && box.value !== box.defaultValue) recount();
}

function tell(told, box, { count, verdict }) {
  const network = JSON.parse(told.dataset.counting);
  const length = count(box.value, network).toLocaleString(document.documentElement.lang);
  const found = verdict(box.value, network);
  const lines = [told.dataset.told.replace("{length}", length)];
  if (found === "shortened") lines.push(told.dataset.shortened);
  told.textContent = lines.join("; ");
  if (found === "over") box.setAttribute("aria-invalid", "true");
  else box.removeAttribute("aria-invalid");
}

function choose() {
  const links = [...document.querySelectorAll(".choice a")];
  const chosen = links.find((link) => link.hash === location.hash) ?? links[0];
  for (const link of links) link.removeAttribute("aria-current");
  chosen?.setAttribute("aria-current", "true");
}

for (const button of document.querySelectorAll("button[data-copies]")) {
  button.hidden = false;
  button.addEventListener("click", () => copy(button));
}
document.querySelectorAll(".kit textarea").forEach(watch);
addEventListener("hashchange", choose);
choose();
