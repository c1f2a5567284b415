"""What one address of the API gives and takes: its answers and its description are both made from this."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from ..model.value import Value


@dataclass(frozen=True)
class Query:
    """One parameter of a query: a choice, a day, words, or a number."""

    name: str
    about: str
    choices: tuple[str, ...] = ()
    is_day: bool = False


@dataclass(frozen=True)
class Endpoint:
    """One address of the API. `gives` is the type of the answer; lists take `page` and `size` besides
    their `queries`; `{id}` in the path asks for one item. What `takes` a type is sent that as JSON; what is
    `slow` may have to be asked again."""

    path: str
    about: str
    gives: Any
    answer: Callable[..., Any]
    queries: tuple[Query, ...] = ()
    is_list: bool = False
    takes: type[Value] | None = None
    slow: bool = False
