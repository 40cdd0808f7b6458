"""Which folder somebody names, here or on another machine."""

from pathlib import Path

import pytest

from advocacy.errors import CommandError
from advocacy.publications.destination import open_destination
from advocacy.publications.place import Place, read_place
from tests.publications.conftest import FIRST, SECOND, put, put_tool, read


@pytest.mark.parametrize(
    ("dest", "host", "path"),
    [
        ("me@host:blog",        "me@host", "blog"),
        ("host.example:blog/",  "host.example", "blog"),
        ("host:~/blog",         "host", "blog"),
        ("host:~/",             "host", "."),
        ("host:",               "host", "."),
        ("host:/srv/www",       "host", "/srv/www"),
        ("host:a b:c",          "host", "a b:c"),
        ("[2001:db8::1]:blog",  "[2001:db8::1]", "blog"),
    ],
)  # fmt: skip
def test_a_folder_of_another_machine_has_its_host(dest, host, path):
    assert read_place(dest) == Place(host, path)


@pytest.mark.parametrize("host", ["me@[2001:db8::1]", "me@host.example"])
def test_ssh_is_handed_an_address_without_its_brackets(host, tmp_path, bin_folder):
    put_tool(bin_folder, "ssh", '#!/bin/sh\necho "$1"; exec sh\n')

    said = read_place(f"{host}:{tmp_path}").run("pwd")

    assert said.splitlines() == [host.replace("[", "").replace("]", ""), str(tmp_path)]


def test_what_follows_a_step_that_failed_is_not_done(tmp_path):
    with pytest.raises(CommandError, match=f"{tmp_path}: .*nothing.* What is served is as it was"):
        Place("", str(tmp_path)).run("ls nothing\ntouch done")

    assert not (tmp_path / "done").exists()


@pytest.mark.parametrize("host", ["me@host.example", "[2001:db8::1]"])
def test_another_machine_is_published_to_as_this_one_is(host, tmp_path, made, rsync, bin_folder):
    """Rsync names who logs in apart from the machine; what follows is the far shell's."""
    script = '[ "$1" != -l ] || shift 2\nshift; exec sh -c "$*"'
    put_tool(bin_folder, "ssh", f"#!/bin/sh\n{script}\n")
    place = open_destination(f"{host}:{tmp_path}/it's $HOME", Path(), "origin")

    put(place, made("1", FIRST))
    put(place, made("2", SECOND))

    assert str(place) == f"{host}:{tmp_path}/it's $HOME"
    assert read(tmp_path / "it's $HOME/current") == SECOND


@pytest.mark.parametrize(
    ("script", "told"),
    [
        ("echo Full. >&2; echo Really. >&2; exit 3", "Full. What is served is as it was."),
        ("printf '\\377' >&2; exit 3", "\ufffd. What is served is as it was."),
        ("exit 3", "sh ended with 3. What is served is as it was."),
    ],
)
def test_why_a_step_failed_is_told_in_one_line(tmp_path, script, told):
    with pytest.raises(CommandError) as refusal:
        Place("", str(tmp_path)).run(script)

    assert str(refusal.value).startswith(f"{tmp_path}: {told}")


def test_what_a_step_says_is_taken_in_any_letters(tmp_path):
    assert Place("", str(tmp_path)).run("printf '\\377'") == "\udcff"


def test_without_rsync_it_is_told_what_to_install(tmp_path, monkeypatch):
    monkeypatch.setenv("PATH", str(tmp_path))

    with pytest.raises(CommandError, match="rsync is not installed"):
        Place("", str(tmp_path)).copy(tmp_path, ["a"], "b")


@pytest.mark.parametrize("dest", ["www", "./a:b", "/srv/www", "a/host:b", "-x:y", "-x@host:y", "."])
def test_what_has_no_host_is_a_folder_here(dest, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)

    assert read_place(dest) == Place("", str(tmp_path / Path(dest)))


@pytest.mark.parametrize(
    ("dest", "told"),
    [
        ("host::module",     "A module of rsync cannot switch between publications."),
        ("[::1]::module",    "A module of rsync cannot switch between publications."),
        ("rsync://host/x",   "A module of rsync cannot switch between publications."),
        ("s3://blog",        "A web address is no place to publish to."),
        ("https://x.example", "A web address is no place to publish to."),
        ("git://x.example",  "A web address is no place to publish to."),
    ],
)  # fmt: skip
def test_what_has_no_shell_is_refused(dest, told):
    with pytest.raises(CommandError) as refusal:
        read_place(dest)

    assert told in str(refusal.value)
