// Gives each block of code a button that copies it. Only pages with code ask for this file, and
// they are whole without it: where nothing can be written to the clipboard, there is no button.

const SAID_MS = 2500;
const template = document.getElementById("_copying");

async function copy(code, status) {
  const { done, failed } = template.dataset;
  try {
    await navigator.clipboard.writeText(code.textContent.replace(/\n$/, ""));
    status.textContent = done;
  } catch {
    getSelection().selectAllChildren(code);
    status.textContent = failed;
  }
  setTimeout(() => { status.textContent = ""; }, SAID_MS);
}

if (navigator.clipboard) {
  for (const code of document.querySelectorAll(".prose .codehilite > pre")) {
    const copying = template.content.firstElementChild.cloneNode(true);
    const [status, button] = copying.children;
    button.addEventListener("click", () => copy(code, status));
    code.after(copying);
  }
}
