"""What the tests share: the tools, loaded once, and the places of the pages."""

import importlib
from collections.abc import Callable
from pathlib import Path
from types import ModuleType

import pytest
from hypothesis import HealthCheck, settings

from jiaodong_corpus import Toolkit, load_toolkit

# So that a promise that is broken says what was compared.
pytest.register_assert_rewrite("promises")
ROOT = Path(__file__).parents[1]

# Quick and the same at every run; `pytest --hypothesis-profile=explore` looks for new examples.
QUIET = (HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.filter_too_much, HealthCheck.large_base_example)
settings.register_profile("quick", max_examples=60, deadline=None, derandomize=True, suppress_health_check=QUIET)
settings.register_profile("explore", max_examples=1500, deadline=None, suppress_health_check=QUIET)
settings.load_profile("quick")


@pytest.fixture(scope="session")
def toolkit() -> Toolkit:
    return load_toolkit()


@pytest.fixture(scope="session")
def seeds() -> Path:
    return ROOT / "seeds"


@pytest.fixture
def import_script(monkeypatch: pytest.MonkeyPatch) -> Callable[[str], ModuleType]:
    """Give what imports a script of ``data/lines`` by its name; one may import another."""
    monkeypatch.syspath_prepend(str(ROOT / "data" / "lines"))
    return importlib.import_module
