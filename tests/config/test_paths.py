"""Where Karen's data lives, and where it must not."""

import stat
from pathlib import Path

import pytest

from rapport.config import paths
from rapport.services.keeping.ready import NotReady, Why


def test_the_folder_named_on_the_command_line_wins(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("RAPPORT_DATA_DIR", "/somewhere/else")
    assert paths.data_dir("/karen") == Path("/karen")


def test_then_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("RAPPORT_DATA_DIR", "/somewhere/else")
    assert paths.data_dir() == Path("/somewhere/else")


def test_then_the_platforms_own_place(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("RAPPORT_DATA_DIR")
    assert paths.data_dir().name == "rapport"


def test_a_new_folder_is_for_its_owner_alone(tmp_path: Path) -> None:
    paths.prepare(tmp_path / "new" / "data")
    assert stat.S_IMODE((tmp_path / "new" / "data").stat().st_mode) == 0o700


def test_a_folder_open_to_others_is_closed(tmp_path: Path) -> None:
    folder = tmp_path / "data"
    folder.mkdir(mode=0o755)
    paths.prepare(folder)
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700


def test_a_file_in_its_place_is_refused(tmp_path: Path) -> None:
    (tmp_path / "data").write_text("a diary")
    with pytest.raises(NotReady) as refused:
        paths.prepare(tmp_path / "data")
    assert refused.value.why is Why.NOT_A_FOLDER


def test_a_network_drive_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(paths, "mounted", lambda: [("/", "ext4"), (str(tmp_path), "nfs4")])
    with pytest.raises(NotReady) as refused:
        paths.prepare(tmp_path / "data")
    assert refused.value.why is Why.NETWORK_DRIVE
    assert not (tmp_path / "data").exists()


def test_a_local_disk_mounted_inside_a_network_drive_is_fine(tmp_path: Path) -> None:
    mounts = [("/", "ext4"), (str(tmp_path.parent), "cifs"), (str(tmp_path), "ext4")]
    assert paths.network_drive(tmp_path / "data", mounts) is None
    assert paths.network_drive(tmp_path.parent / "other", mounts) == "cifs"


def test_the_table_of_mounts_is_read_with_its_spaces_and_windows_drives() -> None:
    table = (
        "/dev/vda / ext4 rw 0 0\n"
        "server:/home /mnt/my\\040home nfs4 rw,vers=4.2 0 0\n"
        "C:\\134 /mnt/c 9p rw,aname=drvfs;path=C: 0 0\n"
        "none /sandbox 9p rw,trans=fd 0 0\n"
    )
    assert list(paths.parse_proc_mounts(table)) == [
        ("/", "ext4"),
        ("/mnt/my home", "nfs4"),
        ("/mnt/c", "drvfs"),
        ("/sandbox", "9p"),
    ]


@pytest.mark.parametrize(
    ("folder", "service"),
    [
        ("Dropbox/rapport", "Dropbox"),
        ("OneDrive - Acme/rapport", "OneDrive"),
        ("Library/Mobile Documents/com~apple~CloudDocs/rapport", "iCloud"),
        ("Library/CloudStorage/box/rapport", "cloud storage"),
        ("Google Drive/rapport", "Google Drive"),
        ("documents/rapport", None),
    ],
)
def test_a_folder_that_a_cloud_service_copies_is_known_by_its_name(
    tmp_path: Path, folder: str, service: str | None
) -> None:
    assert paths.cloud_folder(tmp_path / folder) == service


def test_a_folder_that_syncthing_shares_is_known_by_its_marker(tmp_path: Path) -> None:
    (tmp_path / ".stfolder").mkdir()
    assert paths.cloud_folder(tmp_path / "notes" / "rapport") == "Syncthing"
