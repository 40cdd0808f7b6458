# One commit on what was published before, so that the last good site can be put back.
commit=$(git rev-parse HEAD)
git -C output init --quiet
cd output
git remote add origin "$GITHUB_SERVER_URL/$GITHUB_REPOSITORY.git"
export GIT_CONFIG_COUNT=1 GIT_CONFIG_KEY_0=http.extraHeader
GIT_CONFIG_VALUE_0="Authorization: Basic $(printf 'x:%s' "$TOKEN" | base64 --wrap 0)"
export GIT_CONFIG_VALUE_0
if git fetch --quiet --depth 1 origin pages; then git reset --quiet --soft FETCH_HEAD; fi
git add --all --force
if ! git diff --cached --quiet; then
  git -c user.name=publish -c user.email=publish@localhost commit --quiet --message "Publish ${commit:0:10}"
  git push --quiet origin HEAD:refs/heads/pages
fi
