// What three parsers of link previews read of pages: node previews.mjs ADDRESS…, JSON on stdout.
import { createRequire } from "node:module";

// From the checkout's node_modules, wherever it is started.
const require = createRequire(import.meta.url);
const openGraph = require("open-graph-scraper");
const { getPreviewFromContent } = require("link-preview-js");
const metascraper = require("metascraper")(
  ["title", "description", "image"].map((name) => require(`metascraper-${name}`)()),
);

async function readAll(address) {
  const response = await fetch(address);
  const html = await response.text();
  return {
    "open-graph-scraper": await withOpenGraph(address),
    "metascraper": await metascraper({ html, url: address }),
    "link-preview-js": await withLinkPreview(address, html, response.headers),
  };
}

async function withOpenGraph(url) {
  const { result } = await openGraph({ url, urlValidatorSettings: { require_tld: false } });
  const [image] = result.ogImage ?? [{}];
  const { ogTitle: title, ogDescription: description } = result;
  return { title, description, image: image.url, alt: image.alt };
}

// It refuses to fetch from this machine, but reads what somebody else has fetched.
async function withLinkPreview(url, data, headers) {
  const page = { url, data, headers: Object.fromEntries(headers) };
  const { title, description, images } = await getPreviewFromContent(page);
  return { title, description, image: images[0] };
}

const read = process.argv.slice(2).map(async (address) => [address, await readAll(address)]);
console.log(JSON.stringify(Object.fromEntries(await Promise.all(read))));
