# An image may lack some of them; Debian's and Ubuntu's can be told to have them.
apt-get update -qq
apt-get install -y -qq --no-install-recommends ca-certificates curl git jq python3-venv > /dev/null
