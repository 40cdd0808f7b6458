# With git alone, and the token for this one fetch: nothing keeps it.
git init --quiet .
git remote add origin "$GITHUB_SERVER_URL/$GITHUB_REPOSITORY.git"
GIT_CONFIG_COUNT=1 GIT_CONFIG_KEY_0=http.extraHeader \
  GIT_CONFIG_VALUE_0="Authorization: Basic $(printf 'x:%s' "$TOKEN" | base64 --wrap 0)" \
  git fetch --quiet origin "$GITHUB_SHA" ${BASE:+"$BASE"} ${COMMIT:+"$COMMIT"}
git checkout --quiet --detach "${BEGIN:-$GITHUB_SHA}"
