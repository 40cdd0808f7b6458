// How long a text is, as each network counts. The share kit's pages count what people edit by it;
// advocacy/share/counting.py and web_addresses.py count the same, and a test holds the two together.

const { topLevelDomains } = await import(
  `./top-level-domains.js${new URL(import.meta.url).search}`
);

// Code points that weigh 1; all others weigh 2. Source: twitter-text, config/v3.json.
const LIGHT = [[0, 4351], [8192, 8205], [8208, 8223], [8242, 8247]];

const PICTURE = String.raw`(?:[©®]\uFE0F|\p{Emoji_Modifier_Base}\p{Emoji_Modifier}|[\p{Emoji}--[0-9#*©®]]\uFE0F?)`;
const EMOJI = new RegExp(
  String.raw`[0-9#*]\uFE0F?\u20E3|\p{RI}{2}|${PICTURE}(?:[\u{E0020}-\u{E007E}]+\u{E007F})?(?:\u200D${PICTURE})*`,
  "gv",
);
const WORD = String.raw`\p{Alphabetic}\p{M}\p{Nd}\p{Pc}\p{Join_Control}`;
const MENTION = new RegExp(
  String.raw`(?<![${WORD}\/])(@[${WORD}](?:[${WORD}.\-]*[${WORD}])?)@[${WORD}\-]+(?:\.[${WORD}\-]+)*`,
  "gv",
);
const segmenter = new Intl.Segmenter("en", { granularity: "grapheme" });

const COUNTS = {
  weighted: (text) => sum([...text.replace(EMOJI, "一")].map(weight)),
  graphemes: (text) => [...segmenter.segment(text)].length,
  "utf-16": (text) => text.length,
  "emoji-bytes": (text) =>
    codePoints(text) + sum((text.match(EMOJI) ?? []).map((each) => bytes(each) - codePoints(each))),
  bytes,
};

/** Return a text's length in a network's own counting. */
export function count(text, network) {
  return COUNTS[network.count](shortened(text, network));
}

/** Say whether a network takes a text as one post, behind a content warning that counts too. */
export function fits(text, network, warning = "") {
  return verdict(text, network, warning) === "fits";
}

/** Say whether a text `fits`, fits only `shortened`, as its links are shown, or is `over`. */
export function verdict(text, network, warning = "") {
  if (network.most_bytes && bytes(text) > network.most_bytes) return "over";
  const shown = network.shown_path ? withShownLinks(text, network) : text;
  if (!isWithin(shown, network, warning)) return "over";
  return shown === text || isWithin(text, network, warning) ? "fits" : "shortened";
}

function isWithin(text, network, warning) {
  return !network.limit || count(text, network) + count(warning, network) <= network.limit;
}

function shortened(text, network) {
  let plain = network.count === "weighted" ? text.normalize("NFC") : text;
  if (network.link) plain = withShortLinks(plain, network);
  return network.short_mentions ? plain.replace(MENTION, "$1") : plain;
}

function withShortLinks(text, network) {
  return withLinks(text, network, () => "x".repeat(network.link));
}

function withShownLinks(text, network) {
  return withLinks(text, network, (address) => shown(address, network.shown_path));
}

function withLinks(text, network, write) {
  let parts = "";
  let done = 0;
  for (const [start, end] of webAddresses(text, network.bare_domains)) {
    parts += text.slice(done, start) + write(text.slice(start, end));
    done = end;
  }
  return parts + text.slice(done);
}

// As an app shows an address that has a browser's `URL` read it: all in ASCII.
function shown(address, most) {
  const [, host, rest] = address.match(/^(?:https?:\/\/)?([^\/?#]*)(.*)$/is);
  const encoded = rest
    .replace(/\p{Surrogate}/gu, "?")
    .replace(/[^!#-;=?-\]_a-z~]/gu, (sign) => encodeURIComponent(sign));
  const path = encoded.replace(/^\/(?=[?#]|$)/, "");
  const name = host.split(".").map(asciiLabel).join(".");
  return name + (path.length <= most ? path : `${path.slice(0, most - 2)}...`);
}

function asciiLabel(label) {
  if (/^[\x00-\x7f]*$/.test(label)) return label;
  return `xn--${punycode([...label.toLowerCase().normalize("NFC")].map((sign) => sign.codePointAt(0)))}`;
}

// RFC 3492: the ASCII letters, then for each other one how far it is from the one before.
function punycode(points) {
  const plain = points.filter((point) => point < 128);
  let written = String.fromCodePoint(...plain) + (plain.length ? "-" : "");
  let [done, last, distance, bias] = [plain.length, 128, 0, 72];
  while (done < points.length) {
    const next = Math.min(...points.filter((point) => point >= last));
    distance += (next - last) * (done + 1);
    for (const point of points) {
      if (point < next) distance += 1;
      if (point !== next) continue;
      written += digits(distance, bias);
      bias = adapted(distance, done + 1, done === plain.length);
      distance = 0;
      done += 1;
    }
    distance += 1;
    last = next + 1;
  }
  return written;
}

function digits(number, bias) {
  let [written, rest] = ["", number];
  for (let place = 36; ; place += 36) {
    const least = Math.min(26, Math.max(1, place - bias));
    if (rest < least) return written + rest.toString(36);
    written += (least + ((rest - least) % (36 - least))).toString(36);
    rest = Math.floor((rest - least) / (36 - least));
  }
}

function adapted(distance, count, isFirst) {
  let rest = Math.floor(distance / (isFirst ? 700 : 2));
  rest += Math.floor(rest / count);
  let places = 0;
  for (; rest > 455; places += 36) rest = Math.floor(rest / 35);
  return places + Math.floor((36 * rest) / (rest + 38));
}

function sum(numbers) {
  return numbers.reduce((total, each) => total + each, 0);
}

function weight(character) {
  const point = character.codePointAt(0);
  return LIGHT.some(([first, last]) => first <= point && point <= last) ? 1 : 2;
}

function codePoints(text) {
  return [...text].length;
}

function bytes(text) {
  return new TextEncoder().encode(text).length;
}

const LATIN = String.raw`a-z0-9À-ÖØ-öø-ɏɓɔɖɗəɛɣɨɯɲʉʋʻ\u0300-\u036FḀ-ỿ`;
const LABEL = String.raw`[\p{L}\p{M}\p{N}_\-]`;

// By whether a bare `example.org` counts: which characters a path and a query may have, and which
// may end them. web_addresses.py tells where they are from.
const CHARACTERS = {
  true: [
    String.raw`[${LATIN}а-яёЀ-ӿ!*';:=+,.$\/%#\[\]\-–_~@\|&]`,
    String.raw`[${LATIN}а-яёЀ-ӿ+\-=_#\/]`,
    String.raw`[a-z0-9!?*'@\(\);:&=+$\/%#\[\]\-_.,~\|]`,
    String.raw`[a-z0-9\-_&=#\/]`,
  ],
  false: [
    String.raw`[^\p{White_Space}<>\(\)?]`,
    String.raw`[^\p{White_Space}\(\)?!*"'「」<>;:=,.$%\[\]~&\|@]`,
    String.raw`[[a-z0-9!?*'\(\);:&=+$\/%#\[\]\-_.,~\|@\^\u00a0-\u{10fffd}]--\p{White_Space}]`,
    String.raw`[[a-z0-9_&=#\/\-\u00a0-\u{10fffd}]--\p{White_Space}]`,
  ],
};

const patterns = new Map();

/** Yield where each web address that a network shortens begins and ends. */
function* webAddresses(text, bareDomains) {
  if (!text.includes(".")) return; // nothing else is as quick to see
  if (!patterns.has(bareDomains)) patterns.set(bareDomains, addressPattern(bareDomains));
  for (const match of small(text).matchAll(patterns.get(bareDomains))) {
    yield [match.index, match.index + match[0].length];
  }
}

function addressPattern(bareDomains) {
  const [inside, last, query, queryLast] = CHARACTERS[bareDomains];
  const brackets = String.raw`\((?:${inside}|\(${inside}+\))+\)`;
  const path = String.raw`\/(?:(?:${inside}|${brackets})*(?:${last}|${brackets}))?`;
  const top = String.raw`(?:${topLevelDomains.join("|")}|xn--[\-0-9a-z]+)(?![0-9a-z@+\-])`;
  const domain = String.raw`(?:${LABEL}+\.)+${top}`;
  const bare = String.raw`(?<![\-_.\/${LATIN}])(?=[${LATIN}])(?:[\-${LATIN}]+\.)+${top}`;
  const port = String.raw`(?::[0-9]+)?`;
  const search = String.raw`(?:\?${query}*${queryLast})?`;
  const whole = String.raw`https?:\/\/${domain}${port}(?:${path})?${search}`;
  const any = bareDomains ? `(?:${whole}|${bare}(?:${port}${path}${search})?)` : whole;
  return new RegExp(String.raw`(?<![a-z0-9@＠$#＃])${any}`, "gv");
}

/** Return a text in small letters, as long as it was. */
function small(text) {
  const one = (character) => {
    const lower = character.toLowerCase();
    return lower.length === character.length ? lower : character;
  };
  return [...text].map(one).join("");
}
