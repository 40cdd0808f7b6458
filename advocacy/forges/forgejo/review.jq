{commit_id: $commit, event: "COMMENT", body: "Changes that you can take over:",
  comments: [.[$from:$to][] | {path, body, new_position: .end_line}]}
