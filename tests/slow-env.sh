#!/bin/sh
# What `make test-all` needs besides `make env`: Debian's Chromium and PostgreSQL, and the Python packages
# of requirements-slow.lock and, without what they ask for beyond our use, the reference scorers of
# requirements-scorers.lock. Where apt-get is missing or not allowed, the tests that need them say so.
python=$1
if command -v apt-get >/dev/null && [ "$(id -u)" = 0 ] && ! { command -v chromium && ls /usr/lib/postgresql/*/bin/initdb; } >/dev/null 2>&1; then
  apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends \
    chromium postgresql libicu-dev pkg-config g++ libpangoft2-1.0-0 >/dev/null
fi
marker=$(dirname "$python")/../.slow-ready
if [ ! "$marker" -nt requirements-slow.lock ] || [ ! "$marker" -nt requirements-scorers.lock ]; then
  "$python" -m pip install --quiet --require-hashes -r requirements-slow.lock &&
    "$python" -m pip install --quiet --require-hashes --no-deps -r requirements-scorers.lock && touch "$marker"
fi
