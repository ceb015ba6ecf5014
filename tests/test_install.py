"""What is installed holds all that it needs: the wheel, in an environment without the sources."""

import os
import subprocess
import sys
import sysconfig
import venv
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]


def run(*command: str | Path, folder: Path) -> str:
    # Nothing of this run may lead to the sources.
    environment = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    done = subprocess.run(
        [str(one) for one in command], cwd=folder, env=environment, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A new environment with the wheel, and the libraries of this one."""
    folder = tmp_path_factory.mktemp("install")
    pip = (sys.executable, "-m", "pip", "--disable-pip-version-check", "-q")
    run(*pip, "wheel", "--no-deps", "--no-build-isolation", "-w", folder, ROOT, folder=folder)
    [wheel] = folder.glob("*.whl")
    home = folder / "env"
    venv.create(home, symlinks=True)
    run(*pip, "--python", home / "bin" / "python", "install", "--no-deps", "--no-index", wheel, folder=folder)
    packages = Path(
        run(home / "bin" / "python", "-c", "import site; print(site.getsitepackages()[0])", folder=folder).strip()
    )
    # What is named in such a file is searched, but files of its own kind in there, as of an editable install, are not read.
    (packages / "libraries.pth").write_text(sysconfig.get_path("purelib") + "\n", encoding="utf-8")
    return home


@pytest.mark.skipif(os.name == "nt", reason="the places in an environment are others there")
def test_the_wheel_cleans_the_seeds_by_itself(installed: Path, tmp_path: Path) -> None:
    where = run(
        installed / "bin" / "python", "-c", "import jiaodong_corpus; print(jiaodong_corpus.__file__)", folder=tmp_path
    )
    assert Path(where.strip()).is_relative_to(installed)
    run(installed / "bin" / "jdc", "check", ROOT / "seeds", "--golden", ROOT / "data" / "sample", folder=tmp_path)
    run(installed / "bin" / "jdc", "report", ROOT / "data" / "sample", "-o", "report.html", folder=tmp_path)
    assert (tmp_path / "report.html").stat().st_size > 100_000
