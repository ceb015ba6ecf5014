"""How much of what a text speaks of another speaks of, too: rare pairs of characters tell more of it than common ones."""

from collections.abc import Mapping, Set
from dataclasses import dataclass
from importlib.resources import files

# The weight of a pair that the table does not have: hardly any text does.
UNKNOWN = 8


@dataclass(frozen=True)
class PairWeights:
    """What pairs of neighbouring Chinese characters weigh, 1 to ``UNKNOWN``: their inverse document frequency, squared.

    The table is ``lexicon/pairs.txt``, counted by ``data/pairs/build.py`` in the texts of the fixture pages. Of 2,365 parts of real
    articles (300 characters and more) 82 % share at least .12 of their pairs with what stands above them, where 12 % of as many
    parts of other articles do; by weight it is 92 %.
    """

    weights: Mapping[str, int]

    def share(self, pairs: Set[str], known: Set[str]) -> float:
        """Return the share (0..1) of the weight of some pairs that those in ``known`` have; 0 where there are none.

        >>> PairWeights({"发展": 1}).share({"发展", "泵站"}, {"泵站"})
        0.8888888888888888
        """
        weigh = self.weights.get
        whole = sum(weigh(pair, UNKNOWN) for pair in pairs)
        return sum(weigh(pair, UNKNOWN) for pair in pairs & known) / whole if whole else 0.0


def load_pair_weights() -> PairWeights:
    """Load the table that ships with the package."""
    lines = files(f"{__package__}.lexicon").joinpath("pairs.txt").read_text("utf-8").splitlines()
    rows = ((int(weight), pairs) for weight, pairs in map(str.split, lines))
    return PairWeights({pairs[at : at + 2]: weight for weight, pairs in rows for at in range(0, len(pairs), 2)})
