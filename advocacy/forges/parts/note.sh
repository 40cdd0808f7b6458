# The request is read as text. Nothing that it brings runs, nor what somebody's settings of git would run for it.
export GIT_CONFIG_GLOBAL=/dev/null GIT_CONFIG_NOSYSTEM=1
git config core.hooksPath /dev/null
git checkout --quiet --detach "$COMMIT"
git config user.name "$ROBOT"
git config user.email "$ROBOT_ADDRESS"
advocacy approve --approvals "$RUNNER_TEMP/approvals.json" --forge "$FORGE" --base "$BASE" --commit
if [ "$(git rev-parse HEAD)" != "$COMMIT" ]; then
  git bundle create --quiet "$RUNNER_TEMP/note" HEAD "^$COMMIT"
  echo "note=$(base64 --wrap 0 "$RUNNER_TEMP/note")" >> "$GITHUB_OUTPUT"
fi
