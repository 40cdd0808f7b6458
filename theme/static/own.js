// The script of a colleague's own page. The page works without it.

const { work } = await import(`./wording.js${new URL(import.meta.url).search}`);
const nothing = document.querySelector(".nothing");

document.querySelectorAll(".wording").forEach(work);
// All that the page was built with may have ended since.
if (!document.querySelector(".older li")) document.querySelector(".older")?.remove();
if (nothing) nothing.hidden = document.querySelector(".own, .older") !== null;
