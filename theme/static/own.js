// The script of a colleague's own page. The page works without it.

const { work } = await import(`./wording.js${new URL(import.meta.url).search}`);

document.querySelectorAll(".wording").forEach(work);
