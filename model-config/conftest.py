"""What some tests need from the machine. A missing part fails the test with the command that installs it: a skipped
test would look like a passed one."""
import os
import pathlib
import shutil
import subprocess

import pytest

JS = pathlib.Path(__file__).parent / "compiler" / "tests" / "js"
CHROMIUM = os.environ.get("CHROMIUM", "/usr/bin/chromium")
SWIFTSHADER = os.environ.get("VK_ICD_FILENAMES", "/usr/lib/chromium/vk_swiftshader_icd.json")


@pytest.fixture(scope="session")
def emcc():
    if not (os.environ.get("EMCC") or shutil.which("emcc")):
        pytest.fail("emcc is missing: run `apt-get install -y emscripten` (Debian 12), or set EMCC to its path")


@pytest.fixture(scope="session")
def run_node():
    """Runs a script of tests/js with arguments and returns what it printed; fails the test if the script fails."""
    if not shutil.which("node"):
        pytest.fail("node is missing: install Node.js 20 or newer")
    if not (JS / "node_modules" / "webgpu").is_dir():
        pytest.fail("the packages of the JavaScript tests are missing: run `npm ci` in model-config/compiler/tests/js")

    def run(script, *args):
        done = subprocess.run(["node", str(JS / script), *map(str, args)], capture_output=True, text=True, timeout=900,
                              env={**os.environ, "VK_ICD_FILENAMES": SWIFTSHADER, "CHROMIUM": CHROMIUM})
        print(done.stdout[-3000:])
        assert done.returncode == 0, done.stdout[-2000:] + done.stderr[-2000:]
        return done.stdout
    return run


@pytest.fixture(scope="session")
def chromium():
    if not os.path.exists(CHROMIUM):
        pytest.fail(f"{CHROMIUM} is missing: run `apt-get install -y chromium`, or set CHROMIUM to its path")


@pytest.fixture(scope="session")
def swiftshader():
    if not os.path.exists(SWIFTSHADER):
        pytest.fail(f"{SWIFTSHADER} is missing: run `apt-get install -y chromium libvulkan1`, or set VK_ICD_FILENAMES "
                    "to the description of SwiftShader's Vulkan driver")


@pytest.fixture(scope="session")
def runtime_cache(tmp_path_factory):
    """Where the compiled runtime is kept between the links of one run; COMPILER_CACHE keeps it between runs."""
    return os.environ.get("COMPILER_CACHE") or tmp_path_factory.mktemp("cache")
