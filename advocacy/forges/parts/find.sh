# Only a comment that this job has written is ever changed, whoever copies its first line.
id=
for page in 1 2 3 4 5 6 7 8 9 10; do
  curl --config curl --get "$COMMENTS" --data "per_page=50&limit=50&page=$page" --output found.json
  jq --arg me "$ME" 'map(select(
    any((.user // .author) | .login, .username, (.id | tostring); . == $me)
    and (.body // "" | startswith("<!-- advocacy-review -->"))
  ))[0] // empty' found.json > own.json
  id=$(jq '.id' own.json)
  if [ -n "$id" ] || [ "$(jq length found.json)" -lt 50 ]; then break; fi
done
jq --slurp '(.[0].body // "") | [scan("(?<=^<!-- advocacy-review -->\n<!-- suggested:)[0-9a-f ]*(?= -->)")]
  | join(" ") | split(" ") | map(select(. != ""))' own.json > known.json
