// What of a text is seen before somebody opens it by "see more", for the preview of an edited text.
// advocacy/share/folding.py folds the same, and a test holds the two together.

const segmenter = new Intl.Segmenter("en", { granularity: "grapheme" });
// Python's white space, which is not quite JavaScript's.
const SPACES = /^(?:(?!\ufeff)[\s\x1c-\x1f\x85])+$/u;
const SPACE_AT_END = /(?:(?!\ufeff)[\s\x1c-\x1f\x85])+$/u;

/** Return what is seen of a text; `count` counts as the network does. */
export function beforeFold(text, network, count) {
  if (!network.fold || count(text, network) <= network.fold) return text;
  const parts = [...segmenter.segment(text)].map((each) => each.segment);
  let [low, high] = [0, parts.length];
  while (low < high) {
    const middle = Math.floor((low + high + 1) / 2);
    const fits = count(parts.slice(0, middle).join(""), network) <= network.fold;
    [low, high] = fits ? [middle, high] : [low, middle - 1];
  }
  const start = parts.slice(0, low);
  const space = start.findLastIndex((part) => SPACES.test(part));
  const isBetweenWords = SPACES.test(parts[low]) || space < 0;
  return (isBetweenWords ? start : start.slice(0, space)).join("").replace(SPACE_AT_END, "");
}
