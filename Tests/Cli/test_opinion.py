"""Opinion groups from published votes, as other programs call the command."""

import json

import pytest

from command import data, run

KEYS = {
    "participants", "statements", "clusterable", "shown", "reason", "groups", "k", "silhouette", "candidate", "consensus", "projection", "null_test",
    "stability", "stability_test", "plan", "results",
}


def conversation(name: str):
    folder = data() / "polis" / name
    if not folder.is_dir():
        pytest.skip("no published conversations beside the checkout")
    return folder


def groups(name: str, *more, file="votes.csv") -> dict:
    folder = conversation(name)
    return json.loads(run("analyse", "opinion-groups", folder / file, "--comments", folder / "comments.csv", *more, "--json").stdout)


def test_groups_that_the_tests_carry():
    found = groups("middel_biodiversity_nz")
    assert set(found) == KEYS and found["shown"] and found["reason"] is None and found["k"] == 2
    assert [group["size"] for group in found["groups"]] == [347, 90] == [len(group["members"]) for group in found["groups"]]
    assert found["silhouette"] == pytest.approx(0.492, abs=0.005) and found["null_test"]["statistic"] == pytest.approx(0.124, abs=0.005)
    assert found["null_test"]["p"] == 0.005 and found["stability_test"]["bound"] >= 0.6 and found["stability_test"]["half_samples"] == 200
    assert found["stability"] == found["stability_test"]["median"] and len(found["consensus"]) == found["statements"] == 154
    for group in found["groups"]:
        assert 1 <= len(group["representative"]) <= 5
        assert set(group["representative"][0]) == {"statement", "direction", "repness", "p", "z", "share", "share_z"}
    values = [one["value"] for one in found["consensus"]]
    assert values == sorted(values, reverse=True) and all(0 < value < 1 for value in values)
    assert set(found["projection"][0]) == {"voter", "x", "y"} and len(found["projection"]) == found["participants"]


def test_groups_that_the_tests_do_not_carry():
    found = groups("klein_seattle15")
    assert not found["shown"] and found["reason"] == "unstable" and found["groups"] == [] and found["k"] == 0 and found["consensus"] == []
    assert found["candidate"]["sizes"] == [79, 59] and found["silhouette"] is None and len(found["results"]) == 31
    table = groups("klein_seattle15", "--matrix", file="participants-votes.csv")
    assert table == found
    candidates = groups("klein_seattle15", "--all-candidates", "--without-tests")
    assert candidates["k"] == 2 and not candidates["shown"] and candidates["reason"] == "not_tested" and candidates["null_test"] is None


def test_table_for_people():
    folder = conversation("klein_seattle15")
    text = run("analyse", "opinion-groups", folder / "votes.csv", "--comments", folder / "comments.csv", "--without-tests").stdout
    assert "not shown: not_tested" in text and "statement" in text


def test_faults_have_one_line(tmp_path):
    votes = tmp_path / "v.csv"
    votes.write_text("comment-id,voter-id,vote\n1,2,1\n1,3,5\n")
    done = run("analyse", "opinion-groups", votes, status=2)
    assert done.stdout == "" and done.stderr.strip() == f'{votes}, row 3, column vote, value "5": This is not 1 (agree), 0 (pass) or -1 (disagree).'
    assert "--floor" in run("analyse", "opinion-groups", votes, "--floor", "4", status=2).stderr
    assert "--permutations" in run("analyse", "opinion-groups", votes, "--permutations", "1", status=2).stderr
