.[$from:$to][] | (.end_line - .line) as $above
| {body: (.body | sub("```suggestion\n"; "```suggestion:-\($above)+0\n")),
   position: {position_type: "text", new_path: .path, old_path: .path, new_line: .end_line,
     base_sha: $version[0].base_commit_sha, start_sha: $version[0].start_commit_sha,
     head_sha: $version[0].head_commit_sha}}
