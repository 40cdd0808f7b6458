// The share kit's script: copying, and saying when a count no longer fits the text. The page
// works without it; the copy buttons are hidden until it runs.

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
  const section = box.closest("section");
  const count = section.querySelector(".count");
  const counted = count?.textContent;
  box.addEventListener("input", () => {
    said(box).textContent = "";
    if (count) count.textContent = box.value === box.defaultValue ? counted : count.dataset.edited;
  });
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
