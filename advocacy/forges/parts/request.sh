# A fork's run names no request. It is asked for by what the event says, never by what the
# run left; a run that is no longer of the newest commit has none. Several may be of one branch: where INTO
# is set, only what is to be merged into that counts.
curl --config curl --get "$GITHUB_API_URL/repos/$GITHUB_REPOSITORY/pulls" --data state=open \
  --data-urlencode "head=$OWNER:$BRANCH" --output requests.json
jq --raw-output --arg commit "$COMMIT" --arg into "${INTO:-}" \
  'map(select(.head.sha == $commit and ($into == "" or .base.ref == $into)))[0].number // "" | "number=\(.)"' \
  requests.json >> "$GITHUB_OUTPUT"
