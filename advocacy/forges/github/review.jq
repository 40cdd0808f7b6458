{commit_id: $commit, event: "COMMENT", body: "Changes that you can take as they are:",
  comments: [.[$from:$to][] | {path, body, side: "RIGHT", line: .end_line}
    + if .line < .end_line then {start_line: .line, start_side: "RIGHT"} else {} end]}
