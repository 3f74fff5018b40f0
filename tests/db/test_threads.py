"""A guide can be read from several threads at once."""

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from careerguide.db.guide import Guide


def test_pages_read_from_eight_threads_agree_with_those_read_from_one(starter_guide: Path) -> None:
    guide, alone = Guide(starter_guide), Guide(starter_guide)
    codes = [occupation.code for occupation in guide.occupations()][::25]
    assert len(codes) > 30
    with ThreadPoolExecutor(8) as threads:
        together = list(threads.map(guide.page, codes * 4))
    expected = [alone.page(code) for code in codes]
    assert together == expected * 4
    guide.close()
    alone.close()


def test_searching_and_reading_at_once_agree_with_doing_it_in_turn(starter_guide: Path) -> None:
    guide, alone = Guide(starter_guide), Guide(starter_guide)
    words = ["nurse", "customs", "teach", "33-", "software", "weld", "cook", "pilot"]
    with ThreadPoolExecutor(8) as threads:
        searches = [threads.submit(guide.search, word) for word in words * 3]
        lists = [threads.submit(guide.occupations) for _ in range(4)]
        areas = [threads.submit(guide.areas) for _ in range(4)]
        found = [search.result() for search in searches]
        assert all(task.result() == alone.occupations() for task in lists)
        assert all(task.result() == alone.areas() for task in areas)
    assert found == [alone.search(word) for word in words] * 3
    guide.close()
    alone.close()
