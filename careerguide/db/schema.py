"""What can be known of a guide file without its models: version, mark, and the few columns read before the first page.

The models (and with them SQLAlchemy's ORM) take a tenth of a second to import; a window that only lists and searches
occupations does without. `models` has the same tables whole.
"""

from sqlalchemy import column, table

from careerguide.db.columns import Text

SCHEMA_VERSION = 2
APPLICATION_ID = 0x43475544  # “CGUD”, in the file's header: tells a guide from any other SQLite file

RELEASE = table("release", *(column(name, Text) for name in ("name", "release", "licence", "attribution")), column("id"))
OCCUPATION = table("occupation", column("code", Text), column("title", Text))
AREA = table("area", *(column(name, Text) for name in ("code", "name", "kind", "state")))
