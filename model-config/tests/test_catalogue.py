"""The catalogue, and the libraries that it lists."""
import copy
import re
import shutil

import pytest

import catalogue
import rebuild_libraries
from compiler import link

MODELS = catalogue.load()["models"]
LIBRARIES = [catalogue.APP_ROOT / model["base"] / library["path"] for model in MODELS for library in model["libraries"]]


def test_the_shipped_catalogue_has_no_fault():
    assert not list(catalogue.shape_faults(catalogue.load()))
    for model in MODELS:
        assert not list(catalogue.file_faults(model))
        assert catalogue.refreshed(model) == model


@pytest.mark.parametrize("path", LIBRARIES, ids=lambda path: path.name)
def test_shipped_libraries_import_and_export_what_webllm_needs(path):
    link.check(path)


@pytest.mark.parametrize("path", LIBRARIES, ids=lambda path: path.name)
def test_shipped_libraries_hold_no_path_of_the_building_machine(path):
    assert re.findall(rb"(?<![\w.])/\w[\w.-]*(?:/[\w.-]+)+\.(?:cc|cpp|h|hpp|py)\b", path.read_bytes()) == []


@pytest.mark.parametrize("change,sentence", [
    (lambda c: c["models"][0].pop("licence"), "missing key licence"),
    (lambda c: c["models"][0].update(extra=1), "unknown key extra"),
    (lambda c: c["models"][0].update(role="doctor"), "role is not one of"),
    (lambda c: c["models"][0]["contextWindow"].update(default=5), "not among the presets"),
    (lambda c: c.update(version=2), "format or version")])
def test_faults_of_shape_are_named(change, sentence):
    broken = copy.deepcopy(catalogue.load())
    change(broken)
    assert any(sentence in fault for fault in catalogue.shape_faults(broken))


def test_a_damaged_or_missing_file_is_named(tmp_path):
    model = MODELS[0]
    shutil.copytree(catalogue.APP_ROOT / model["base"], tmp_path / model["base"])
    (tmp_path / model["base"] / "params_shard_2.bin").write_bytes(b"damaged")
    (tmp_path / model["base"] / "card.ko.md").unlink()
    faults = "\n".join(catalogue.file_faults(model, tmp_path))
    assert "params_shard_2.bin differs" in faults and "card.ko.md is missing" in faults


def test_rebuilding_names_the_libraries_that_differ(tmp_path, monkeypatch, capsys):
    wanted = list(rebuild_libraries.shipped())

    def other_bytes(library):
        path = tmp_path / "model.wasm"
        path.write_bytes(wanted[0].file.read_bytes())     # right for the first library only
        return path
    monkeypatch.setattr(rebuild_libraries, "build", other_bytes)
    monkeypatch.setattr(link, "run", lambda command: "emcc 3.1.6")
    monkeypatch.setattr(link, "emcc", lambda: "emcc")
    assert rebuild_libraries.main([]) == 1
    lines = capsys.readouterr().out.splitlines()
    assert [line.split()[:2] for line in lines] == [
        ["same" if library is wanted[0] else "DIFFERENT", library.name] for library in wanted]
    assert rebuild_libraries.main([wanted[0].name]) == 0
    with pytest.raises(SystemExit):
        rebuild_libraries.main(["no-such-library"])
