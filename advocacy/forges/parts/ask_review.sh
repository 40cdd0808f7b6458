# What a robot pushes starts no workflow, so that its commit has to be sent to be reviewed.
jq --null-input --arg ref "$BRANCH" --arg request "$NUMBER" --arg base "${BASE:-}" \
  '{ref: $ref, inputs: ({request: $request} + if $base == "" then {} else {base: $base} end)}' > inputs.json
printf 'header = "%s"\n' "$AUTHORIZATION" 'Content-Type: application/json' |
  curl --config - --fail --silent --show-error --max-time 60 --data @inputs.json "$DISPATCHES"
