// What a page offers until a moment, where nobody built it anew by then: what has `data-ends` goes,
// and what has `data-after`, hidden until then, is shown. Both hold the moment in ISO 8601.

const isPast = (moment) => Date.parse(moment) <= Date.now();

for (const element of document.querySelectorAll("[data-ends]")) {
  if (isPast(element.dataset.ends)) element.remove();
}
for (const element of document.querySelectorAll("[data-after]")) {
  if (isPast(element.dataset.after)) element.hidden = false;
}
