"""Which folder somebody names, here or on another machine."""

import os
from pathlib import Path

import pytest

from advocacy.errors import CommandError
from advocacy.publications.place import Place, read_place


@pytest.mark.parametrize(
    ("dest", "host", "path"),
    [
        ("me@host:blog",        "me@host", "blog"),
        ("host.example:blog/",  "host.example", "blog"),
        ("host:~/blog",         "host", "blog"),
        ("host:~/",             "host", "."),
        ("host:/srv/www",       "host", "/srv/www"),
        ("host:a b:c",          "host", "a b:c"),
        ("[2001:db8::1]:blog",  "[2001:db8::1]", "blog"),
    ],
)  # fmt: skip
def test_a_folder_of_another_machine_has_its_host(dest, host, path):
    assert read_place(dest) == Place(host, path)


@pytest.mark.parametrize("host", ["me@[2001:db8::1]", "me@host.example"])
def test_ssh_is_handed_an_address_without_its_brackets(host, tmp_path, monkeypatch):
    ssh = tmp_path / "bin/ssh"
    ssh.parent.mkdir()
    ssh.write_text('#!/bin/sh\necho "$1"; exec sh\n')
    ssh.chmod(0o755)
    monkeypatch.setenv("PATH", f"{ssh.parent}:{os.environ['PATH']}")

    said = read_place(f"{host}:{tmp_path}").run("pwd")

    assert said.splitlines() == [host.replace("[", "").replace("]", ""), str(tmp_path)]


def test_what_follows_a_step_that_failed_is_not_done(tmp_path):
    with pytest.raises(CommandError, match=f"{tmp_path}: .*nothing.* What is served is as it was"):
        Place("", str(tmp_path)).run("ls nothing\ntouch done")

    assert not (tmp_path / "done").exists()


@pytest.mark.parametrize("dest", ["www", "./a:b", "/srv/www", "a/host:b", "-x:y", "."])
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
