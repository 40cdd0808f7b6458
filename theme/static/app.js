// Keeps a colleague's own page on their device: for when there is no connection, and as an app if
// they like. Nothing is sent anywhere, nothing notifies, and nobody learns that it is kept.

const { worker } = document.querySelector("script[data-worker]").dataset;
const button = document.querySelector(".install");
const offline = document.querySelector(".offline");

async function keep() {
  const { installing, waiting, active } = await navigator.serviceWorker.register(worker);
  const newest = installing ?? waiting ?? active;
  await activated(newest);
  const loaded = performance.getEntriesByType("resource").map((entry) => entry.name);
  newest.postMessage({ page: location.pathname, files: loaded });
}

// The one before it would keep the page among its own files, and forget those of the newest.
async function activated(newest) {
  while (newest.state !== "activated") {
    if (newest.state === "redundant") throw new Error("another worker has come");
    await new Promise((resolve) => { newest.addEventListener("statechange", resolve, { once: true }); });
  }
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
