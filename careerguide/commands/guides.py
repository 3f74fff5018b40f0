"""Guide files: build, info, verify, update, rollback, keys, pack, take."""

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from careerguide.commands.output import Commands, complain, print_json, progress
from careerguide.resources import STARTER_GUIDE, resources

if TYPE_CHECKING:
    from careerguide.domain.guide_changes import GuideChanges


def add(commands: Commands) -> None:
    """Add these commands."""
    guide = commands.add_parser("guide", help="build, describe or verify a guide file")
    actions = guide.add_subparsers(dest="action", metavar="ACTION", required=True)
    build = actions.add_parser("build", help="build a guide from official releases")
    build.add_argument("--onet", type=Path, required=True, metavar="PATH", help="an O*NET release, folder or zip, text layout")
    build.add_argument(
        "--oews", type=Path, nargs="+", action="extend", default=[], metavar="PATH", help="OEWS tables: files, zips or folders"
    )
    build.add_argument("--projections", type=Path, metavar="PATH", help="the Employment Projections table, xlsx or csv")
    build.add_argument("--output", type=Path, required=True, metavar="FILE", help="the guide file to write")
    build.set_defaults(run=_build)
    info = actions.add_parser("info", help="release, sources, licences, row counts")
    info.add_argument("file", type=Path, nargs="?", metavar="FILE", help="a guide file (the embedded one)")
    info.add_argument("--json", action="store_true", help="print JSON")
    info.set_defaults(run=_info)
    verify = actions.add_parser("verify", help="integrity and completeness; says what is missing")
    verify.add_argument("file", type=Path, metavar="FILE", help="a guide file")
    verify.set_defaults(run=_verify)
    update = actions.add_parser("update", help="download the newest official releases, build, verify and put in place")
    update.add_argument(
        "--from", dest="mirror", metavar="PLACE", help="a folder or address with the files instead of the official ones"
    )
    update.add_argument("--output", type=Path, required=True, metavar="FILE", help="the guide file to bring up to date")
    update.add_argument(
        "--work", type=Path, metavar="FOLDER", help="the folder in which downloads are kept meanwhile (that of the guide file)"
    )
    update.add_argument("--dry-run", action="store_true", help="only say what would be downloaded")
    update.set_defaults(run=_update)
    rollback = actions.add_parser("rollback", help="go back to the guide before the last update; twice is as if nothing was done")
    rollback.add_argument("file", type=Path, metavar="FILE", help="a guide file")
    rollback.set_defaults(run=_rollback)
    keys = actions.add_parser("keys", help="make a pair of keys for update packs")
    keys.add_argument("private", type=Path, metavar="PRIVATE", help="the private key to write, to be kept secret")
    keys.add_argument("public", type=Path, metavar="PUBLIC", help="the public key to write, for the machines")
    keys.set_defaults(run=_keys)
    pack = actions.add_parser("pack", help="make a signed update pack of a guide, one file for a USB stick or a share")
    pack.add_argument("file", type=Path, metavar="FILE", help="a guide file")
    pack.add_argument("--key", type=Path, required=True, metavar="PRIVATE", help="the private key")
    pack.add_argument("--output", type=Path, required=True, metavar="PACK", help="the pack to write")
    pack.set_defaults(run=_pack)
    take = actions.add_parser("take", help="take the guide out of an update pack, verify it and put it in place")
    take.add_argument("pack", type=Path, metavar="PACK", help="an update pack")
    take.add_argument("--key", type=Path, required=True, metavar="PUBLIC", help="the public key")
    take.add_argument("--output", type=Path, required=True, metavar="FILE", help="the guide file to bring up to date")
    take.add_argument("--dry-run", action="store_true", help="only say what would change")
    take.set_defaults(run=_take)


def _build(chosen: argparse.Namespace) -> int:
    from careerguide.db.build import build_official

    build_official(chosen.onet, chosen.oews, chosen.projections, resources() / "guide", chosen.output, progress())
    print(f"{chosen.output}: built.")
    return 0


def _info(chosen: argparse.Namespace) -> int:
    from careerguide.db.guide import Guide
    from careerguide.db.schema import SCHEMA_VERSION
    from careerguide.db.verify import missing_parts, row_counts

    path = chosen.file or chosen.guide or STARTER_GUIDE
    guide = Guide(path)
    counts = row_counts(guide)
    if chosen.json:
        print_json(
            {
                "schema_version": SCHEMA_VERSION,
                "bytes": path.stat().st_size,
                "sources": [
                    {"name": source.name, "release": source.release, "licence": source.licence, "attribution": source.attribution}
                    for source in guide.sources
                ],
                "rows": counts,
                "missing": missing_parts(guide),
            }
        )
        return 0
    print(f"Guide file, schema version {SCHEMA_VERSION}, {path.stat().st_size / 1e6:,.1f} MB")
    for source in guide.sources:
        print(f"\n{source.name} {source.release} · {source.licence}\n  {source.attribution}")
    print("\nRows")
    for table, count in sorted(counts.items()):
        print(f"  {table:<24}{count:>10,}")
    return 0


def _verify(chosen: argparse.Namespace) -> int:
    from careerguide.db.verify import verify

    findings = verify(chosen.file)
    for line in findings.notes:
        print(line)
    for line in findings.faults:
        complain(f"{chosen.file}: {line}")
    return 3 if findings.faults else 0


def _update(chosen: argparse.Namespace) -> int:
    import shutil

    from careerguide.db.swap import put_in_place
    from careerguide.db.update import check_place, look, prepare, releases_of
    from careerguide.domain.release_order import brings_more
    from careerguide.sources.releases import read_release_files

    output: Path = chosen.output
    work = (chosen.work or output.parent) / f"{output.name}.update"  # of its own: it is removed at the end
    files = read_release_files(resources() / "guide" / "releases.toml")
    found = look(files, chosen.mirror, work, lambda doing, share: None)
    for source, addresses in found.addresses.items():
        for address in addresses:
            print(f"{source}: {address.name} from {address.place}")
    if not brings_more(found.offered, releases_of(output)):
        print(f"{output}: there is nothing newer; it stays as it is.")
        return 0
    print("The server does not say how large they are." if found.size is None else f"{found.size / 1e6:,.1f} MB to fetch")
    if chosen.dry_run:
        return 0
    check_place(output)
    update = prepare(found.addresses, resources() / "guide", output, work, progress())
    put_in_place(update.path, output)
    shutil.rmtree(work, ignore_errors=True)
    _print_changes(update.changes)
    print(f"{output}: up to date. “careerguide guide rollback {output}” goes back.")
    return 0


def _rollback(chosen: argparse.Namespace) -> int:
    from careerguide.db.swap import roll_back

    roll_back(chosen.file)
    print(f"{chosen.file}: the guide before is in place again.")
    return 0


def _keys(chosen: argparse.Namespace) -> int:
    from careerguide.db.update_pack import new_keys

    new_keys(chosen.private, chosen.public)
    print(f"{chosen.private}: keep this key secret. {chosen.public}: put this one on the machines.")
    return 0


def _pack(chosen: argparse.Namespace) -> int:
    from careerguide.db.update_pack import make_pack

    manifest = make_pack(chosen.file, chosen.key, chosen.output)
    print(f"{chosen.output}: packed, {', '.join(f'{name} {release}' for name, release in manifest.sources)}.")
    return 0


def _take(chosen: argparse.Namespace) -> int:
    import tempfile

    from careerguide.db.swap import put_in_place
    from careerguide.db.update import examine
    from careerguide.db.update_pack import unpack

    with tempfile.TemporaryDirectory() as folder:
        new = Path(folder) / "new.guide"
        unpack(chosen.pack, chosen.key, new)
        update = examine(new, chosen.output)
        _print_changes(update.changes)
        if not chosen.dry_run:
            put_in_place(new, chosen.output)
            print(f"{chosen.output}: up to date.")
    return 0


def _print_changes(changes: "GuideChanges") -> None:
    for word, several in (("added", changes.added), ("removed", changes.removed)):
        for code, title in several:
            print(f"{word}: {code}  {title}")
    for code, before, after in changes.renamed:
        print(f"renamed: {code}  {before} → {after}")
    for one in changes.moved:
        before, after = ("not available" if usd is None else f"${usd:,.0f}" for usd in (one.before, one.after))
        percent = "" if one.percent is None else f" ({one.percent:+.0f} %)"
        print(f"median pay: {one.code}  {one.title}  {before} → {after}{percent}")
    if not changes:
        print("No occupation was added, removed or renamed, and no median pay moved by 5 % or more or came or went.")
