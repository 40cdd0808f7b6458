// Keeps a colleague's own page on their device: for when there is no connection, and as an app if
// they like. Nothing is sent anywhere, nothing notifies, and nobody learns that it is kept.

const { worker } = document.querySelector("script[data-worker]").dataset;
const button = document.querySelector(".install");
const offline = document.querySelector(".offline");

async function keep() {
  await navigator.serviceWorker.register(worker);
  const { active } = await navigator.serviceWorker.ready;
  const loaded = performance.getEntriesByType("resource").map((entry) => entry.name);
  active.postMessage({ page: location.pathname, files: loaded });
}

function tell() {
  offline.hidden = navigator.onLine;
}

// Where a browser asks by itself, ask when somebody wants it instead.
addEventListener("beforeinstallprompt", (event) => {
  event.preventDefault();
  button.hidden = false;
  button.onclick = () => {
    button.hidden = true;
    event.prompt();
  };
});
addEventListener("online", tell);
addEventListener("offline", tell);
tell();
if ("serviceWorker" in navigator && navigator.onLine) addEventListener("load", () => keep().catch(() => {}));
