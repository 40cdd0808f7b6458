# The token is for this program alone, and nothing keeps it. What was published before stays in the branch,
# so that `advocacy rollback git:pages` can put it back.
GIT_CONFIG_COUNT=1 GIT_CONFIG_KEY_0=http.extraHeader \
  GIT_CONFIG_VALUE_0="Authorization: Basic $(printf 'x:%s' "$TOKEN" | base64 --wrap 0)" \
  advocacy publish git:pages
