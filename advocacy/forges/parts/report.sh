advocacy review --base "$BASE" --format html --output report/report.html || [ $? = 1 ]
advocacy review --base "$BASE" --output report/summary.md --comments report/comments.json || [ $? = 1 ]
