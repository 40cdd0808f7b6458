mkdir report
# 1 is that something blocks, which the steps behind this one tell.
advocacy review --base "$BASE" --build --screenshots report/posts --page report/report.html \
  --output report/summary.md --comments report/comments.json || [ $? = 1 ]
