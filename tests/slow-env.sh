#!/bin/sh
# What `make test-all` needs besides `make env`: Debian's Chromium and PostgreSQL, and the Python packages
# of requirements-slow.lock. Where apt-get is missing or not allowed, the tests that need them say so.
python=$1
if command -v apt-get >/dev/null && [ "$(id -u)" = 0 ] && ! { command -v chromium && ls /usr/lib/postgresql/*/bin/initdb; } >/dev/null 2>&1; then
  apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends \
    chromium postgresql libicu-dev pkg-config g++ libpangoft2-1.0-0 >/dev/null
fi
marker=$(dirname "$python")/../.slow-ready
if [ ! "$marker" -nt requirements-slow.lock ]; then
  "$python" -m pip install --quiet --require-hashes -r requirements-slow.lock && touch "$marker"
fi
