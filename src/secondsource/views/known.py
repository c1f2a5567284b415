"""What a record of an earlier day rests on, in words."""


def known_words(day: str, by_capture: int, by_date: int, undated: int, later: int) -> str:
    """One line that says up to which day things count, and by which time of each article: when it was
    captured, else its date of publication (or of modification, of a later version)."""
    parts = [
        f"{by_capture} by the time of their capture",
        f"{by_date} by their date of publication",
    ]
    left = []
    if later:
        left.append(f"{later} came later")
    if undated:
        left.append(f"{undated} left out, since nothing says when they were there")
    known = f"as known on {day}: {_count(by_capture + by_date)} ({', '.join(parts)})"
    return "; ".join([known, *left])


def _count(number: int) -> str:
    return "1 article" if number == 1 else f"{number} articles"
