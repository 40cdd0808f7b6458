# Strangers may have written it: it is to call nobody, order nothing, show no picture and bring no HTML but
# folds. What a forge would heed is held apart by a sign that nobody sees.
def tame: reduce (
    ["@", "@\u200b"], ["&#", "&\u200b#"], ["&commat;", "&\u200bcommat;"], ["![", "!\u200b["],
    ["\n/", "\n\u200b/"], ["\r/", "\r\u200b/"], ["\t/", "\t\u200b/"], [" /", " \u200b/"],
    ["<", "<\u200b"], ["<\u200bhttps://", "<https://"], ["<\u200bhttp://", "<http://"],
    ["<\u200bdetails>", "<details>"], ["<\u200bdetails open>", "<details open>"],
    ["<\u200b/details>", "</details>"],
    ["<\u200bsummary>", "<summary>"], ["<\u200b/summary>", "</summary>"],
    ["<\u200bcode>", "<code>"], ["<\u200b/code>", "</code>"],
    ["<\u200bstrong>", "<strong>"], ["<\u200b/strong>", "</strong>"]
  ) as [$heeded, $shown] (.; split($heeded) | join($shown));
ltrimstr("<!-- advocacy-review -->") | tame as $said
| ($known[0][-100:] | map(" " + .) | add // "") as $suggested
| {body: "<!-- advocacy-review -->\n<!-- suggested:\($suggested) -->\n\($head)\n\n\($said)"}
