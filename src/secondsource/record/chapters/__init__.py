"""Chapters: how a story that is too large to be told at once is parted, told part by part, and put together.

1. parting    which article stands in which chapter, and what of its neighbours each one looks at
2. handing    what the first reports of a chapter tell again of the chapter before, which tells it then
3. sharing    what of a record that is made with the neighbours' reports is the chapter's own
4. joining    actors, voices and newsrooms of which several chapters tell

Every step depends on the articles alone, on no order in which they came.
"""
