mkdir report
approvals=()
if [ -s "$RUNNER_TEMP/approvals.json" ]; then
  approvals=(--approvals "$RUNNER_TEMP/approvals.json" --forge "$FORGE" --head "${REQUEST:-HEAD}")
fi
# 1 is that something blocks, which the steps behind this one tell.
advocacy review --base "$BASE" --build --screenshots report/posts --page report/report.html \
  --output report/summary.md --comments report/comments.json "${approvals[@]}" || [ $? = 1 ]
