"""A folder tells its files in one order, wherever they lie, and follows no link."""

from pathlib import Path

from rapport.services.reading import source_folders


def test_files_come_in_the_order_of_their_names_with_the_folder_they_lie_in(tmp_path: Path) -> None:
    for name in ("mail/cur/2", "mail/cur/1", "mail/new/3", "cards.vcf", "mail.vcf", "a/b/c/deep"):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("x" * len(name))
    (tmp_path / "link").symlink_to(tmp_path / "cards.vcf")
    (tmp_path / "round").symlink_to(tmp_path)
    found = list(source_folders.files(tmp_path))
    names = [Path(path).relative_to(tmp_path).as_posix() for _inside, path in found]
    assert names == ["a/b/c/deep", "cards.vcf", "mail/cur/1", "mail/cur/2", "mail/new/3", "mail.vcf"]
    assert [inside for inside, _path in found] == ["c", tmp_path.name, "cur", "cur", "new", tmp_path.name]
    assert source_folders.size(tmp_path) == sum(map(len, names))
