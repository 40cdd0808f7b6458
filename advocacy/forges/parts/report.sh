advocacy review --base "$BASE" --build --screenshots report/posts --page report/report.html \
  --output report/summary.md --comments report/comments.json || [ $? = 1 ]
