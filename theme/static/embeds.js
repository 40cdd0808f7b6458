// Shows what a link leads to on the page itself, once a reader asks for it: until then nothing is
// fetched from its host. Only pages with such links ask for this file, and they are whole without it.

// A player needs its scripts, and its own origin to fetch films from. It gets no forms, windows or
// downloads, and cannot lead the page elsewhere.
const SANDBOX = "allow-scripts allow-same-origin";
const template = document.getElementById("_embedding");

function show(place, title) {
  const frame = document.createElement("iframe");
  frame.title = title;
  frame.setAttribute("sandbox", SANDBOX);
  frame.allowFullscreen = true;
  // Some services show nothing to a page that does not say which site it is of.
  frame.referrerPolicy = "strict-origin";
  frame.src = place.dataset.frame;
  place.replaceChildren(frame);
  frame.focus();
}

for (const [at, place] of document.querySelectorAll(".embed > [data-frame]").entries()) {
  const button = template.content.firstElementChild.cloneNode(true);
  const from = button.querySelector("small");
  from.textContent = from.textContent.replace("{host}", new URL(place.dataset.frame).host);
  const caption = place.nextElementSibling;
  // Of two films of one host, the buttons say the same; so each is called by its film as well.
  button.id = `_show-${at}`;
  caption.id = `_shown-${at}`;
  button.setAttribute("aria-labelledby", `${button.id} ${caption.id}`);
  button.addEventListener("click", () => show(place, caption.textContent));
  place.append(button);
}
