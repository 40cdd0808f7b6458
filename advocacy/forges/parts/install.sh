if [ ! -f requirements.txt ]; then
  echo "requirements.txt is not there: name Advocacy in it, with hashes, as its docs/forges.md says." >&2
  exit 2
fi
python3 -m venv "$RUNNER_TEMP/advocacy"
"$RUNNER_TEMP/advocacy/bin/pip" install --quiet --require-hashes --requirement requirements.txt
