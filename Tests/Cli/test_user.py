"""People and roles on the command line, and the check of the journal."""

import json
import re
import sqlite3
import time

import pytest

from command import run


@pytest.fixture
def site(tmp_path):
    file = tmp_path / "people.sqlite"
    return file, f"sqlite:{file}"


def user(site, *words, status=0):
    return run("user", *words, "--database", site[1], status=status)


def test_the_first_administrator_is_made_here(site):
    made = user(site, "add", "Ans de Vries", "ans@voorbeeld.nl", "--role", "beheerder").stdout.strip()
    assert re.fullmatch("[0-9a-hjkmnp-tv-z]{26}", made)
    listed = user(site, "list").stdout
    assert listed.startswith(f"{made}\tans@voorbeeld.nl\tAns de Vries\tbeheerder (")


def test_an_address_is_taken_whatever_its_capitals(site):
    user(site, "add", "Bo Bakker", "bo@voorbeeld.nl")
    refused = user(site, "add", "Bob", "BO@Voorbeeld.NL", status=2)
    assert "has an account already" in refused.stderr
    assert user(site, "list").stdout.count("\n") == 1


def test_a_role_is_given_for_an_area_until_a_day_and_ended(site):
    user(site, "add", "Bo Bakker", "bo@voorbeeld.nl")
    role = user(
        site, "grant", "bo@voorbeeld.nl", "wijkprofessional", "--area", "BU02220101", "--sub-role", "Straatcoach", "--until", "2099-12-31").stdout.strip()
    assert f"wijkprofessional ({role})" in user(site, "list").stdout
    with sqlite3.connect(site[0]) as reading:
        kept = reading.execute("SELECT scope_kind, scope_id, sub_role, ended_at FROM role_grant").fetchone()
    # The end of the last day of 2099 in the Netherlands.
    assert kept == ("area", "BU02220101", "Straatcoach", 4102441200000)
    user(site, "end", "bo@voorbeeld.nl", role)
    assert role not in user(site, "list").stdout
    assert "no role that holds now" in user(site, "end", "bo@voorbeeld.nl", role, status=3).stderr


@pytest.mark.parametrize("words", [
    ["add", "", "x@voorbeeld.nl"], ["add", "X", "geen adres"], ["add", "X", "x@voorbeeld.nl", "--role", "koning"],
    ["add", "X", "x@voorbeeld.nl", "--role", "ambtenaar", "--area", "XX"], ["add", "X", "x@voorbeeld.nl", "--language", "fy"]])
def test_wrong_words_are_said_and_nothing_is_written(site, words):
    assert user(site, *words, status=64).stderr
    assert user(site, "list").stdout == ""


def test_someone_who_is_not_known_is_said(site):
    assert "not known" in user(site, "grant", "niemand@voorbeeld.nl", "inwoner", status=3).stderr


def test_the_check_finds_a_change_in_the_journal(site):
    user(site, "add", "Bo Bakker", "bo@voorbeeld.nl", "--role", "inwoner")
    assert "2 gebeurtenissen" in run("check", "--database", site[1]).stdout
    with sqlite3.connect(site[0]) as writing:
        writing.execute("UPDATE journal SET action = 'person.removed' WHERE number = 1")
    assert "gebeurtenis 1" in run("check", "--database", site[1], status=1).stderr


def test_the_second_step_of_someone_is_taken_away(site):
    """For the last administrator, whom nobody on the site can help."""
    person = user(site, "add", "Ans de Vries", "ans@voorbeeld.nl", "--role", "beheerder").stdout.strip()
    assert "no second step" in user(site, "reset-step", "ans@voorbeeld.nl", status=3).stderr
    with sqlite3.connect(site[0]) as writing:
        writing.execute("INSERT INTO second_factor (person, secret, confirmed_at, recovery) VALUES (?, x'00', 1, '')", [person])
        writing.execute(
            "INSERT INTO session (id, token_digest, person, proof, device, started_at, seen_at) VALUES ('01m80z5njhgfcm0npw6m3sbzrq', x'00', ?, 2, '', ?, ?)",
            [person, int(time.time() * 1000), int(time.time() * 1000)])
    user(site, "reset-step", "ANS@voorbeeld.nl")
    with sqlite3.connect(site[0]) as reading:
        assert reading.execute("SELECT COUNT(*) FROM second_factor WHERE confirmed_at IS NOT NULL").fetchone() == (0,)
        assert reading.execute("SELECT COUNT(*) FROM session WHERE ended_at IS NULL").fetchone() == (0,)
        assert reading.execute("SELECT recipient FROM outbox WHERE kind = 'notice-manier-van-aanmelden'").fetchall() == [("ans@voorbeeld.nl",)]
        assert reading.execute("SELECT channel FROM journal WHERE action = 'second-factor.reset'").fetchone() == ("command-line",)
    assert run("check", "--database", site[1]).returncode == 0


def test_someone_gets_their_file_and_is_erased(site):
    user(site, "add", "Zebedea Quist", "zebedea@voorbeeld.nl", "--role", "wijkprofessional", "--sub-role", "Quistmeester")
    kept = json.loads(user(site, "file", "zebedea@voorbeeld.nl").stdout)
    assert kept["name"] == "Zebedea Quist" and kept["roles"][0]["subRole"] == "Quistmeester"
    assert "--yes" in user(site, "erase", "zebedea@voorbeeld.nl", status=2).stderr
    user(site, "erase", "zebedea@voorbeeld.nl", "--yes")
    assert "not known" in user(site, "file", "zebedea@voorbeeld.nl", status=3).stderr
    with sqlite3.connect(site[0]) as reading:
        everything = "\n".join(reading.iterdump())
    assert "uist" not in everything and "zebedea" not in everything.lower()
    assert run("check", "--database", site[1]).returncode == 0
