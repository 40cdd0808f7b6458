// What becomes of a text that somebody edited: the link that opens a network's composer with it,
// and whether there is still a prompt in it. advocacy/share/share_url.py and cutting.py hold the
// same rules for the texts as they were built; one table of tests holds both to them.

const LINE_ENDS = { LF: "\n", CRLF: "\r\n" };
// Python's white space, which is not quite JavaScript's.
const SPACE_AT_END = /(?:(?!\ufeff)[\s\x1c-\x1f\x85])+$/u;
const PROMPT = /\[\[[^[\]\n]{1,300}\]\]/u;

// A text's first `[[prompt]]`, or what is left of one, as where it begins and ends; else null.
export function findPrompt(text) {
  const found = PROMPT.exec(text) ?? /\[\[/u.exec(text);
  return found && { start: found.index, end: found.index + found[0].length };
}

// Fill `{text}` and `{words}` (the text without the link that ends it) into a composer's link.
export function compose(composer, text, link, lineEnd) {
  const alone = link && text.endsWith(link) ? text.slice(0, -link.length) : text;
  const values = { text, words: alone.replace(SPACE_AT_END, "") };
  return composer.replace(/\{(text|words)\}/g, (_, key) => encode(values[key], LINE_ENDS[lineEnd]));
}

// Halves of a pair cannot be encoded; what encodeURIComponent leaves, some networks do not take.
function encode(text, lineEnd) {
  const whole = text.replace(/\p{Surrogate}/gu, "\ufffd").replace(/\r?\n/g, lineEnd);
  return encodeURIComponent(whole).replace(
    /[!'()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
