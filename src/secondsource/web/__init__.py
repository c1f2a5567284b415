"""The pages of a story: every view, every article, every claim with why it has so many sources and not
more, and a place to judge. Server-rendered; nothing is fetched from anywhere.

`app.make_app` gives the application. Rooms inside: `index` (what is kept in memory of a record),
`current` (the newest finished record), `guard` and `session` (who may ask), `pages` and its kin (what is
shown), `api` (the same as JSON).
"""
