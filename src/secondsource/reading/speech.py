from ..model.statement import Statement
from .draft import Draft


def find_statements(draft: Draft) -> tuple[Statement, ...]:
    return ()
