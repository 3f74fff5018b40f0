"""A release of three occupations, written in either official layout. Codes, titles and figures are plausible; sentences are our own."""

from pathlib import Path

Table = tuple[list[str], list[list[str]]]
Tables = dict[str, Table]

OFFICER, ACTORS, OTHER = "33-3051.04", "27-2011.00", "33-9099.00"
CODE = "O*NET-SOC Code"

_RATING_HEADER = [
    CODE,
    "Element ID",
    "Element Name",
    "Scale ID",
    "Data Value",
    "N",
    "Standard Error",
    "Lower CI Bound",
    "Upper CI Bound",
    "Recommend Suppress",
    "Not Relevant",
    "Date",
    "Domain Source",
]
_SHARE_HEADER = [*_RATING_HEADER[:4], "Category", *(title for title in _RATING_HEADER[4:] if title != "Not Relevant")]


def _rating(
    code: str, element: str, name: str, importance: str, level: str, *, suppress: str = "N", relevant: bool = True
) -> list[list[str]]:
    survey = ["08/2023", "Incumbent"]
    return [
        [code, element, name, "IM", importance, "25", "0.1500", "2.1000", "4.9000", suppress, "n/a", *survey],
        [code, element, name, "LV", level, "25", "0.2500", "n/a", "n/a", "N", "N" if relevant else "Y", *survey],
    ]


_KNOWLEDGE = [
    *_rating(OFFICER, "2.C.8.b", "Law and Government", "4.60", "5.10"),
    *_rating(OFFICER, "2.C.8.a", "Public Safety and Security", "4.60", "5.30"),
    *_rating(OFFICER, "2.C.7.e", "Fine Arts", "1.05", "0.10", relevant=False),
    *_rating(OFFICER, "2.C.7.a", "English Language", "4.02", "4.00", suppress="Y"),
    *_rating(ACTORS, "2.C.7.e", "Fine Arts", "4.33", "5.80"),
]
_ESSENTIAL = [
    *_rating(OFFICER, "2.A.1.a", "Reading Comprehension", "3.50", "3.75"),
    *_rating(OFFICER, "2.A.1.b", "Active Listening", "4.00", "3.88"),
    *_rating(ACTORS, "2.A.1.b", "Active Listening", "3.88", "4.00"),
]
_TRANSFERABLE = [
    *_rating(OFFICER, "2.B.1.a", "Social Perceptiveness", "3.75", "3.62"),
    *_rating(ACTORS, "2.B.1.a", "Social Perceptiveness", "4.25", "4.12"),
]
_ABILITIES = [
    *_rating(OFFICER, "1.A.4.a.1", "Near Vision", "3.88", "4.00"),
    *_rating(OFFICER, "1.A.1.b.5", "Inductive Reasoning", "3.88", "3.75"),
    *_rating(ACTORS, "1.A.4.b.5", "Speech Clarity", "4.75", "5.00"),
]
_WORK_ACTIVITIES = [
    *_rating(OFFICER, "4.A.1.a.1", "Getting Information", "4.52", "4.10"),
    *_rating(ACTORS, "4.A.4.a.8", "Performing for or Working Directly with the Public", "4.81", "5.20"),
]

_MEANINGS = [
    ["2.C.8.b", "Law and Government", "Knowing which rules hold, and who makes them."],
    ["2.C.8.a", "Public Safety and Security", "Knowing what keeps people and places from harm."],
    ["2.C.7.e", "Fine Arts", "Knowing how music, dance and plays are made."],
    ["2.C.7.a", "English Language", "Knowing how English words are put together."],
    ["2.A.1.a", "Reading Comprehension", "Making sense of what is written."],
    ["2.A.1.b", "Active Listening", "Hearing people out before answering."],
    ["2.B.1.a", "Social Perceptiveness", "Noticing how others feel."],
    ["1.A.4.a.1", "Near Vision", "Seeing what is close at hand."],
    ["1.A.1.b.5", "Inductive Reasoning", "Finding the rule behind single cases."],
    ["1.A.4.b.5", "Speech Clarity", "Speaking so that all can follow."],
    ["4.A.1.a.1", "Getting Information", "Finding out what one needs to know."],
    ["4.A.4.a.8", "Performing for or Working Directly with the Public", "Being on stage or at the counter."],
    ["1.B.1.a", "Realistic", "Likes things that can be touched."],
    ["1.B.1.e", "Enterprising", "Likes to lead and to persuade."],
]


def _shares(code: str, element: str, name: str, scale: str, percents: list[str]) -> list[list[str]]:
    return [
        [code, element, name, scale, str(category), percent, "25", "1.0000", "n/a", "n/a", "N", "08/2023", "Incumbent"]
        for category, percent in enumerate(percents, start=1)
    ]


_EDUCATION = [
    *_shares(
        OFFICER,
        "2.D.1",
        "Required Level of Education",
        "RL",
        ["0.00", "40.00", "5.00", "14.00", "9.00", "27.00", "5.00", "0.00", "0.00", "0.00", "0.00", "0.00"],
    ),
    *_shares(
        ACTORS,
        "2.D.1",
        "Required Level of Education",
        "RL",
        ["10.00", "20.00", "0.00", "30.00", "0.00", "40.00", "0.00", "0.00", "0.00", "0.00", "0.00", "0.00"],
    ),
]
_TRAINING = [
    *_shares(OFFICER, "3.A.1", "Related Work Experience", "RW", ["60.00", "40.00"]),
    *_shares(OFFICER, "3.A.2", "On-Site or In-Plant Training", "PT", ["25.00", "75.00"]),
    *_shares(OFFICER, "3.A.3", "On-the-Job Training", "OJ", ["10.00", "90.00"]),
]

_TASKS = [
    [OFFICER, "101", "Ask travelers where they come from and why.", "Core"],
    [OFFICER, "102", "Look through bags and cars for goods that are not allowed.", "Core"],
    [OFFICER, "103", "Write down what was found.", "Supplemental"],
    [OFFICER, "104", "Walk a dog along the line.", "n/a"],
    [ACTORS, "201", "Learn the lines of a part by heart.", "Core"],
    [ACTORS, "202", "Try on costumes.", "Supplemental"],
]
_TASK_IMPORTANCE = {"101": "4.10", "102": "4.75", "103": "3.90", "201": "4.80", "202": "2.50"}
_DWAS = {
    "4.A.1.a.1.I01.D01": "Question people about travel.",
    "4.A.1.b.2.I05.D02": "Inspect cargo.",
    "4.A.3.b.6.I02.D03": "Write up findings.",
    "4.A.1.b.2.I05.D04": "Guard a border.",
    "4.A.2.b.5.I03.D05": "Memorize scripts.",
}
_LINKS = [
    [OFFICER, "103", "4.A.3.b.6.I02.D03"],
    [OFFICER, "101", "4.A.1.a.1.I01.D01"],
    [OFFICER, "102", "4.A.1.b.2.I05.D02"],
    [OFFICER, "103", "4.A.1.b.2.I05.D02"],  # the same activity again, by a less important task
    [OFFICER, "102", "4.A.1.b.2.I05.D04"],
    [ACTORS, "201", "4.A.2.b.5.I03.D05"],
]
_SOFTWARE = [
    [OFFICER, "Border case log", "Case software", "N", "N"],
    [OFFICER, "Spreadsheet Pro", "Spreadsheet software", "Y", "Y"],
    [ACTORS, "Cue player", "Music software", "Y", "N"],
]


def common_tables() -> Tables:
    """The files that have the same name and columns in both layouts."""
    return {
        "Occupation Data.txt": (
            [CODE, "Title", "Description"],
            [
                [ACTORS, "Actors", "Play parts in plays, films and shows."],
                [OFFICER, "Customs and Border Protection Officers", "Check people and goods that enter the country."],
                [OTHER, "Protective Service Workers, All Other", "All who protect people and are not listed elsewhere."],
            ],
        ),
        "Sample of Reported Titles.txt": (
            [CODE, "Reported Job Title", "Shown in My Next Move"],
            [[OFFICER, "Port Officer", "Y"], [OFFICER, "Entry Inspector", "N"], [ACTORS, "Stage Player", "Y"]],
        ),
        "Knowledge.txt": (_RATING_HEADER, _KNOWLEDGE),
        "Abilities.txt": (_RATING_HEADER, _ABILITIES),
        "Work Activities.txt": (_RATING_HEADER, _WORK_ACTIVITIES),
        "Content Model Reference.txt": (["Element ID", "Element Name", "Description"], _MEANINGS),
        "Task Statements.txt": (
            [CODE, "Task ID", "Task", "Task Type", "Incumbents Responding", "Date", "Domain Source"],
            [[*task, "25", "08/2023", "Incumbent"] for task in _TASKS],
        ),
        "Task Ratings.txt": (
            [CODE, "Task ID", "Scale ID", "Category", "Data Value", "N"],
            [
                [code, task, scale, category, value, "25"]
                for code, task, *_ in _TASKS
                if task in _TASK_IMPORTANCE
                for scale, category, value in (
                    ("FT", "1", "55.00"),
                    ("IM", "n/a", _TASK_IMPORTANCE[task]),
                    ("RT", "n/a", "88.00"),
                )
            ],
        ),
        "Job Zones.txt": (
            [CODE, "Job Zone", "Date", "Domain Source"],
            [[OFFICER, "3", "08/2023", "Analyst"], [ACTORS, "2", "", ""]],
        ),
        "Job Zone Reference.txt": (
            ["Job Zone", "Name", "Experience", "Education", "Job Training", "Examples", "SVP Range"],
            [
                [str(zone), f"Zone {words}", f"{words} practice", f"{words} school", f"{words} training", "n/a", "n/a"]
                for zone, words in ((2, "some"), (3, "medium"), (4, "much"), (5, "most"))
            ],
        ),
        "Related Occupations.txt": (
            [CODE, "Related O*NET-SOC Code", "Relatedness Tier", "Index"],
            [
                [OFFICER, OTHER, "Primary-Short", "2"],
                [OFFICER, ACTORS, "Primary-Short", "1"],
                [ACTORS, OFFICER, "Supplemental", "1"],
            ],
        ),
        "Read Me.txt": (["O*NET 30.1 Database"], [["Made for a test"]]),
    }


def _interests() -> Table:
    scores = {OFFICER: ["4.10", "2.00", "1.20", "3.00", "4.60", "5.90"], ACTORS: ["2.00", "1.50", "7.00", "3.50", "4.20", "1.10"]}
    names = ("Realistic", "Investigative", "Artistic", "Social", "Enterprising", "Conventional")
    rows = [
        [code, f"1.B.1.{letter}", name, "OI", score, "11/2023", "Machine Learning"]
        for code, values in scores.items()
        for letter, name, score in zip("abcdef", names, values, strict=True)
    ]
    rows.append([OFFICER, "1.B.1.g", "First Interest High-Point", "IH", "6.00", "11/2023", "Machine Learning"])
    return [CODE, "Element ID", "Element Name", "Scale ID", "Data Value", "Date", "Domain Source"], rows


_STYLES: Table = (
    [CODE, "Element ID", "Element Name", "Scale ID", "Data Value", "N", "Standard Error", "Recommend Suppress"],
    [
        [OFFICER, "1.C.5.c", "Integrity", "IM", "4.80", "30", "0.1", "N"],
        [OFFICER, "1.C.3.c", "Social Orientation", "IM", "2.00", "30", "0.1", "N"],
        [ACTORS, "1.C.5.c", "Integrity", "IM", "n/a", "n/a", "n/a", "n/a"],
    ],
)
_IMPACTS: Table = (
    [CODE, "Element ID", "Element Name", "Scale ID", "Data Value"],
    [
        [OFFICER, "1.D.1", "Integrity", "WI", "2.70"],
        [OFFICER, "1.D.1", "Integrity", "DR", "1.00"],
        [OFFICER, "1.D.2", "Humility", "WI", "-1.50"],
    ],
)
_VALUES: Table = (
    [CODE, "Element ID", "Element Name", "Scale ID", "Data Value", "Date", "Domain Source"],
    [
        [OFFICER, "1.B.2.e", "Support", "EX", "5.67", "06/2008", "Analyst"],
        [OFFICER, "1.B.2.f", "Independence", "EX", "3.00", "06/2008", "Analyst"],
        [OFFICER, "1.B.2.g", "First Work Value High-Point", "VH", "5.00", "06/2008", "Analyst"],
    ],
)

_TITLES = [
    [OFFICER, "Customs Inspector", "n/a", "02"],
    [OFFICER, "Customs and Border Protection Officer", "CBP Officer", "08"],
    [ACTORS, "Voice-Over Artist", "n/a", "08"],
]


def classic_tables() -> Tables:
    """The release in the layout to 30.2."""
    return common_tables() | {
        "Alternate Titles.txt": ([CODE, "Alternate Title", "Short Title", "Source(s)"], _TITLES),
        "Skills.txt": (_RATING_HEADER, _ESSENTIAL + _TRANSFERABLE),
        "Education, Training, and Experience.txt": (_SHARE_HEADER, _EDUCATION + _TRAINING),
        "Interests.txt": _interests(),
        "Work Styles.txt": _STYLES,
        "Work Values.txt": _VALUES,
        "Technology Skills.txt": (
            [CODE, "Example", "Commodity Code", "Commodity Title", "Hot Technology", "In Demand"],
            [[code, name, "43230000", category, hot, wanted] for code, name, category, hot, wanted in _SOFTWARE],
        ),
        "Tasks to DWAs.txt": (
            [CODE, "Task ID", "DWA ID", "Date", "Domain Source"],
            [[*link, "07/2014", "Analyst"] for link in _LINKS],
        ),
        "DWA Reference.txt": (
            ["Element ID", "IWA ID", "DWA ID", "DWA Title"],
            [[dwa[:9], dwa[:13], dwa, name] for dwa, name in _DWAS.items()],
        ),
    }


def current_tables() -> Tables:
    """The same release in the layout from 30.3."""
    return common_tables() | {
        "Job Titles.txt": ([CODE, "Job Title", "Short Title", "Source(s)"], _TITLES),
        "Essential Skills.txt": (_RATING_HEADER, _ESSENTIAL),
        "Transferable Skills.txt": (_RATING_HEADER, _TRANSFERABLE),
        "Education.txt": (_SHARE_HEADER, _EDUCATION),
        "Training and Experience.txt": (_SHARE_HEADER, _TRAINING),
        "Career Interest Types.txt": _interests(),
        "Work Styles.txt": _IMPACTS,
        "Software Skills.txt": (
            [CODE, "Workplace Example", "Element ID", "Element Name", "Hot Technology", "In Demand"],
            [[code, name, "2.E.1", category, hot, wanted] for code, name, category, hot, wanted in _SOFTWARE],
        ),
        "Tasks to DWAs.txt": (
            [CODE, "Task ID", "DWA Element ID", "Date", "Domain Source"],
            [[*link, "07/2014", "Analyst"] for link in _LINKS],
        ),
        "GWAs to IWAs to DWAs.txt": (
            ["GWA Element ID", "GWA Element Name", "IWA Element ID", "IWA Element Name", "DWA Element ID", "DWA Element Name"],
            [[dwa[:9], "A group", dwa[:13], "A smaller group", dwa, name] for dwa, name in _DWAS.items()],
        ),
        "Read Me.txt": (["O*NET 31.0 Database"], [["Made for a test"]]),
    }


def backwards(tables: Tables) -> Tables:
    """The same tables with their columns the other way round."""
    return {name: (header[::-1], [row[::-1] for row in rows]) for name, (header, rows) in tables.items()}


def without(tables: Tables, *columns: str) -> Tables:
    """The same tables without these columns."""
    kept = {name: [i for i, title in enumerate(header) if title not in columns] for name, (header, _) in tables.items()}
    return {
        name: ([header[i] for i in kept[name]], [[row[i] for i in kept[name]] for row in rows])
        for name, (header, rows) in tables.items()
    }


def table_bytes(table: Table, newline: str = "\n", *, bom: bool = False) -> bytes:
    """A table as the bytes of an official text file."""
    header, rows = table
    text = "".join("\t".join(cells) + newline for cells in (header, *rows))
    return text.encode("utf-8-sig" if bom else "utf-8")


def write_release(folder: Path, tables: Tables, newline: str = "\n", *, bom: bool = False) -> Path:
    """Write the tables into a new folder and return it."""
    folder.mkdir(parents=True)
    for name, table in tables.items():
        (folder / name).write_bytes(table_bytes(table, newline, bom=bom))
    return folder
