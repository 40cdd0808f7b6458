jq --raw-input --slurp --arg head "$HEAD" --slurpfile known known.json '
  {summary.jq}
' summary.md > comment.json
if [ -n "$id" ]; then
  curl --config curl --request "$EDIT" --data @comment.json "$COMMENT/$id" --output answer.json
else
  curl --config curl --data @comment.json "$COMMENTS" --output answer.json
fi
