"""Any sequence of changes leaves the order that a plain Python list would have, with positions from 0 without gaps."""

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from careerguide.db.notebook.notebook import open_notebook
from careerguide.domain.codes import OnetSocCode
from careerguide.domain.errors import NotebookConflict

CODES = [OnetSocCode(f"11-10{number:02}.00") for number in range(8)]
PLACES = st.integers(-1, 9)
CHOICES = st.integers(0, 99)


class Orders(RuleBasedStateMachine):
    """A notebook beside a model of it: names of lists, and the codes in each."""

    def __init__(self) -> None:
        super().__init__()
        self.notebook = open_notebook("sqlite://")
        self.model: list[tuple[str, list[str]]] = []
        self.made = 0

    def teardown(self) -> None:
        self.notebook.close()

    @rule()
    def add_list(self) -> None:
        self.made += 1
        self.notebook.saved.add_list(str(self.made))
        self.model.append((str(self.made), []))

    @precondition(lambda self: self.model)
    @rule(which=CHOICES, code=st.sampled_from(CODES))
    def add(self, which: int, code: OnetSocCode) -> None:
        place = which % len(self.model)
        self.notebook.saved.add(self.notebook.saved.lists()[place].id, code)
        if code not in self.model[place][1]:
            self.model[place][1].append(code)

    @precondition(lambda self: self.model)
    @rule(which=CHOICES, place=PLACES)
    def move_list(self, which: int, place: int) -> None:
        old = which % len(self.model)
        self.notebook.saved.move_list(self.notebook.saved.lists()[old].id, place)
        one = self.model.pop(old)
        self.model.insert(max(0, place), one)

    @precondition(lambda self: any(codes for _, codes in self.model))
    @rule(which=CHOICES, goal=CHOICES, place=PLACES)
    def move(self, which: int, goal: int, place: int) -> None:
        careers = [(source, at) for source, (_, codes) in enumerate(self.model) for at in range(len(codes))]
        source, at = careers[which % len(careers)]
        goal %= len(self.model)
        lists = self.notebook.saved.lists()
        career = lists[source].careers[at]
        try:
            self.notebook.saved.move(career.id, lists[goal].id, place)
        except NotebookConflict:
            assert goal != source
            assert career.code in self.model[goal][1]
            return
        self.model[source][1].pop(at)
        self.model[goal][1].insert(max(0, place), career.code)

    @precondition(lambda self: self.model)
    @rule(which=CHOICES, back=st.booleans())
    def remove_list(self, which: int, back: bool) -> None:
        place = which % len(self.model)
        removed = self.notebook.saved.remove_list(self.notebook.saved.lists()[place].id)
        if back:
            self.notebook.saved.put_back(removed)
        else:
            self.model.pop(place)

    @precondition(lambda self: any(codes for _, codes in self.model))
    @rule(chosen=st.sets(st.integers(0, 7), min_size=1), back=st.booleans())
    def remove(self, chosen: set[int], back: bool) -> None:
        careers = [career for one in self.notebook.saved.lists() for career in one.careers]
        going = {careers[number].id for number in chosen if number < len(careers)}
        removed = self.notebook.saved.remove(sorted(going))
        assert {career.id for _, _, career in removed.careers} == going
        if back:
            self.notebook.saved.put_back(removed)
        else:
            kept = iter([career.id not in going for career in careers])
            self.model = [(name, [code for code in codes if next(kept)]) for name, codes in self.model]

    @invariant()
    def the_order_is_that_of_the_model(self) -> None:
        lists = self.notebook.saved.lists()
        assert [(one.name, [career.code for career in one.careers]) for one in lists] == self.model

    @invariant()
    def positions_have_no_gaps(self) -> None:
        with self.notebook._store.reading() as connection:
            lists = connection.exec_driver_sql("SELECT position FROM saved_list ORDER BY position").scalars().all()
            careers = connection.exec_driver_sql("SELECT list_id, position FROM saved_career ORDER BY 1, 2").all()
        assert lists == list(range(len(self.model)))
        assert sorted(position for _, position in careers) == sorted(
            place for _, codes in self.model for place in range(len(codes))
        )


TestOrders = Orders.TestCase
TestOrders.settings = settings(max_examples=30, stateful_step_count=25, deadline=None)
